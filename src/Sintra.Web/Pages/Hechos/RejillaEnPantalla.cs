using System.Globalization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Piezas;

namespace Sintra.Web.Pages.Hechos;

/// <summary>One cell of the grid: what it holds and what is wrong with it.</summary>
/// <param name="Opciones">What its list offers; null where it is a box.</param>
/// <param name="Sugerencias">Id of the list of names from which its box suggests.</param>
public sealed record Celda(string Ruta, string Etiqueta, string Valor, IReadOnlyList<(string Valor, string Texto)>? Opciones, string? Sugerencias, bool Sellada, IReadOnlyList<string> Fallas)
{
    public string Id => IdDeCampo.De(Ruta);

    public string? IdDeError => Fallas.Count > 0 ? $"{Id}-error" : null;
}

public sealed record RenglonEnPantalla(int Numero, IReadOnlyList<Celda> Celdas);

/// <summary>The grid as the page shows it: its columns are the dictionary's, its rows what was typed and some to be filled in.</summary>
public sealed class RejillaEnPantalla
{
    /// <summary>Rows that are there to begin with, and as many as one asks for at a time.</summary>
    public const int Tanda = 10;

    private readonly DiccionarioVigente _diccionario;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _campos;
    private readonly ILookup<string, string> _fallas;

    /// <param name="campos">What was typed; nothing the first time.</param>
    /// <param name="numeros">Rows to be shown with what was typed in them.</param>
    /// <param name="vacios">Rows to be added, empty.</param>
    /// <param name="ultimaClave">Highest number that a provisional key of the event has.</param>
    public RejillaEnPantalla(
        DiccionarioVigente diccionario,
        IReadOnlyDictionary<string, IReadOnlyList<string>> campos,
        IReadOnlyList<int> numeros,
        int vacios,
        int ultimaClave,
        IEnumerable<Falla> fallas)
    {
        (_diccionario, _campos, _fallas) = (diccionario, campos, fallas.Where(f => f.Campo is not null).ToLookup(f => f.Campo!, f => f.Mensaje));
        Columnas = ColumnasDeRejilla.DeRenglon(diccionario);
        var primero = numeros.DefaultIfEmpty().Max() + 1;
        var clave = numeros.Select(n => NumeroDe(Uno(ColumnasDeRejilla.Ruta(n, ColumnasDeRejilla.Clave)))).Append(ultimaClave).Max();
        Renglones =
        [
            .. numeros.Select(n => Renglon(n, Uno(ColumnasDeRejilla.Ruta(n, ColumnasDeRejilla.Clave)))),
            .. Enumerable.Range(primero, Math.Max(0, vacios)).Select(n => Renglon(n, (++clave).ToString(CultureInfo.InvariantCulture))),
        ];
    }

    public IReadOnlyList<Variable> Columnas { get; }

    public IReadOnlyList<RenglonEnPantalla> Renglones { get; }

    /// <summary>Catalogues from which boxes suggest, each once.</summary>
    public IEnumerable<Catalogo> Listas => Columnas.Select(_diccionario.CatalogoDe).OfType<Catalogo>().Where(c => c.EsLargo).DistinctBy(c => c.Clave);

    public static string IdDeLista(Catalogo catalogo) => $"lista-{catalogo.Clave}";

    /// <summary>Rows of a form in which something besides the key was typed.</summary>
    public static IReadOnlyList<int> Escritos(IReadOnlyDictionary<string, IReadOnlyList<string>> campos) =>
    [
        .. campos.Where(c => c.Value.Any(v => v.Trim().Length > 0))
            .Select(c => RutaDeCampo.Analizar(c.Key))
            .Where(r => r is { Grupo: ColumnasDeRejilla.Grupo, Clave: not ColumnasDeRejilla.Clave })
            .Select(r => r!.Value.Fila)
            .Distinct()
            .Order(),
    ];

    /// <summary>The number in which a provisional key ends; 0 without one.</summary>
    public static int NumeroDe(string? clave) =>
        int.TryParse(new string([.. (clave ?? "").Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]), NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : 0;

    private RenglonEnPantalla Renglon(int numero, string clave) => new(
        numero,
        [
            Celda(ColumnasDeRejilla.Ruta(numero, ColumnasDeRejilla.Clave), "", clave, null, null, sellada: false),
            .. Columnas.Select(v => DeVariable(v, ColumnasDeRejilla.Ruta(numero, v.Clave))),
        ]);

    private Celda DeVariable(Variable variable, string ruta)
    {
        var (valor, catalogo) = (Uno(ruta), _diccionario.CatalogoDe(variable));
        return catalogo switch
        {
            null => Celda(ruta, variable.EtiquetaVisible, valor, null, null, variable.Sellada),
            { EsLargo: true } => Celda(ruta, variable.EtiquetaVisible, valor, null, IdDeLista(catalogo), variable.Sellada),
            _ => Celda(ruta, variable.EtiquetaVisible, valor, Opciones(catalogo, valor), null, variable.Sellada),
        };
    }

    private Celda Celda(string ruta, string etiqueta, string valor, IReadOnlyList<(string, string)>? opciones, string? sugerencias, bool sellada) =>
        new(ruta, etiqueta, valor, opciones, sugerencias, sellada, [.. _fallas[ruta]]);

    // «No sabe» answers as well; a name that was pasted and is none of them stays, so that its message has something to point at.
    private static List<(string, string)> Opciones(Catalogo catalogo, string valor)
    {
        var opciones = catalogo.Elegibles.Select(o => (o.Codigo, o.NombreVisible)).ToList();
        foreach (var estado in new[] { EstadoDeRespuesta.NS, EstadoDeRespuesta.NC }.Where(e => catalogo.Buscar(e.ToString()) is null))
        {
            opciones.Add((estado.ToString(), EnPalabras.De(estado, QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol)));
        }

        if (valor.Length > 0 && opciones.All(o => o.Codigo != valor))
        {
            opciones.Add((valor, valor));
        }

        return opciones;
    }

    private string Uno(string ruta) => _campos.GetValueOrDefault(ruta, []).FirstOrDefault("");
}
