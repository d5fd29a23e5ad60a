using System.Text.RegularExpressions;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What an operation's grid asks of each person, and what of all at once. The one list of its columns.</summary>
public static class ColumnasDeRejilla
{
    /// <summary>Rows are <c>personas[n].clave_de_variable</c>.</summary>
    public const string Grupo = "personas";

    /// <summary>Column of the provisional key, the only one that is no variable.</summary>
    public const string Clave = "clave";

    public const int MaximoDeRenglones = 50;

    public static readonly IReadOnlyList<string> Variables =
        ["nombres", "primer_apellido", "segundo_apellido", "alias", "nivel_identificacion", "sexo", "edad_registro", "nacionalidades", "idioma", "calidad"];

    // Whose the file is, the event says; years and the size of a group are never everybody's.
    private static readonly string[] NuncaComunes = ["institucion_registra", "edad_registro", "num_personas_grupo", "num_personas_max"];

    /// <summary>The columns that the dictionary asks today, in order.</summary>
    public static IReadOnlyList<Variable> DeRenglon(DiccionarioVigente diccionario) =>
        [.. Variables.Select(diccionario.Buscar).OfType<Variable>().Where(v => !v.Retirada && v.Pagina is not null)];

    /// <summary>What the minimum record asks and may hold for all.</summary>
    public static IReadOnlyList<Variable> Comunes(DiccionarioVigente diccionario) =>
        [.. PreguntasDePagina.De(diccionario, diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, null).Where(v => !NuncaComunes.Contains(v.Clave))];

    public static string Ruta(int numero, string columna) => RutaDeCampo.De(Grupo, numero, columna);
}

/// <summary>A row in which something was typed.</summary>
/// <param name="Numero">From 1, as in the form.</param>
/// <param name="Clave">Provisional key; null when it is missing or wrong.</param>
/// <param name="Paginas">What it says with what is common to all, by page of the dictionary.</param>
/// <param name="Propias">Variables that the row itself answers.</param>
/// <param name="Nombre">As typed, to look for the person.</param>
public sealed record RenglonDeRejilla(
    int Numero,
    string? Clave,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Paginas,
    IReadOnlySet<string> Propias,
    string Nombre);

/// <summary>Fields of a grid → one capture a person. Names of options are as good as codes: what is pasted comes from a spreadsheet.</summary>
public sealed partial class RejillaDePersonas(DiccionarioVigente diccionario)
{
    private static readonly EstadoDeRespuesta[] Estados = [EstadoDeRespuesta.NS, EstadoDeRespuesta.NC, EstadoDeRespuesta.NA, EstadoDeRespuesta.NP];

    /// <summary>Rows of the form with anything in them but their key, in order.</summary>
    public IReadOnlyList<RenglonDeRejilla> Leer(string institucion, IReadOnlyDictionary<string, IReadOnlyList<string>> campos)
    {
        var columnas = ColumnasDeRejilla.DeRenglon(diccionario).ToDictionary(v => v.Clave);
        var comunes = campos.Where(c => RutaDeCampo.Analizar(c.Key) is not { Grupo: ColumnasDeRejilla.Grupo }).ToList();

        return
        [
            .. from campo in campos
               let ruta = RutaDeCampo.Analizar(campo.Key)
               where ruta is { Grupo: ColumnasDeRejilla.Grupo, Parte: "" }
               group (ruta!.Value.Clave, Texto: campo.Value.FirstOrDefault("").Trim()) by ruta.Value.Fila into fila
               let celdas = fila.Where(c => c.Texto.Length > 0).ToDictionary(c => c.Clave, c => c.Texto)
               where celdas.Keys.Any(columnas.ContainsKey)
               orderby fila.Key
               select Renglon(fila.Key, celdas),
        ];

        RenglonDeRejilla Renglon(int numero, Dictionary<string, string> celdas)
        {
            var suyas = celdas.Keys.Where(columnas.ContainsKey).ToHashSet();
            var dichos = comunes.Select(c => new Dicho(RutaDeCampo.Analizar(c.Key)?.Clave ?? c.Key, c.Key, c.Value))
                .Where(d => !suyas.Contains(d.Clave))
                .Append(new("institucion_registra", "institucion_registra", [institucion]))
                .Concat(suyas.SelectMany(clave => Campos(columnas[clave], celdas[clave])));
            var paginas = dichos
                .GroupBy(d => diccionario.Buscar(d.Clave)?.Pagina ?? AbrirExpedienteHandler.Pagina)
                .ToDictionary(p => p.Key, IReadOnlyDictionary<string, IReadOnlyList<string>> (p) => p.ToDictionary(d => d.Campo, d => d.Valores));

            return new(
                numero,
                NumeroDePersona.LeerClave(celdas.GetValueOrDefault(ColumnasDeRejilla.Clave)),
                paginas,
                suyas,
                string.Join(' ', new[] { "nombres", "primer_apellido", "segundo_apellido" }.Select(c => celdas.GetValueOrDefault(c)).OfType<string>()));
        }
    }

    private IEnumerable<Dicho> Campos(Variable variable, string texto)
    {
        var (clave, catalogo) = (variable.Clave, diccionario.CatalogoDe(variable));
        if (catalogo?.Buscar(texto) is null && Estado(texto) is { } estado)
        {
            return [new(clave, $"{clave}.estado", [estado])];
        }

        return variable.Tipo == TipoDeVariable.Edad && Rango().Match(texto) is { Success: true } rango
            ? [new(clave, $"{clave}.min", [rango.Groups[1].Value]), new(clave, $"{clave}.max", [rango.Groups[2].Value])]
            : [new(clave, clave, [catalogo is null || catalogo.Buscar(texto) is not null ? texto : catalogo.Nombres.Reconocer(texto)?.Codigo ?? texto])];
    }

    // «No sabe», «NS»: a cell has one box for the value and for the reason there is none.
    private static string? Estado(string texto)
    {
        var dicho = TextoLimpio.ParaComparar(texto);
        return Estados.Where(e => new[] { e.ToString(), EnPalabras.De(e), EnPalabras.De(e, Idioma.Ingles) }.Any(p => TextoLimpio.ParaComparar(p) == dicho))
            .Select(e => e.ToString())
            .FirstOrDefault();
    }

    private sealed record Dicho(string Clave, string Campo, IReadOnlyList<string> Valores);

    [GeneratedRegex(@"^([0-9]{1,3})\s*(?:-|–|a|to)\s*([0-9]{1,3})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rango();
}
