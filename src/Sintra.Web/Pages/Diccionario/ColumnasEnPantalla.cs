using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>How a column of an element is asked of whoever administers the dictionary.</summary>
public enum ControlDeColumna
{
    Linea,
    Parrafo,
    Numero,
    Lista,
    SiNo,
}

/// <param name="Nombre">As the seed's files call it.</param>
/// <param name="SoloAlCrear">What answers are read by: it does not change afterwards.</param>
public sealed record ColumnaEnPantalla(
    string Nombre, ControlDeColumna Control, IReadOnlyList<(string Codigo, string Texto)> Opciones, bool SoloAlCrear = false, bool Opcional = false)
{
    /// <summary>Key of its label, where the name alone would say something else.</summary>
    public string Rotulo { get; init; } = Nombre;
}

/// <summary>Which columns each class of element has, in the order in which they are asked.</summary>
public sealed class ColumnasEnPantalla(DiccionarioVigente diccionario, IStringLocalizer<TextosDeDiccionario> textos)
{
    private static readonly IReadOnlyList<(string, string)> Ninguna = [];

    /// <param name="catalogo">Of an option: what its catalogue's options say of others is asked too.</param>
    public IReadOnlyList<ColumnaEnPantalla> De(ClaseDeElemento clase, string? catalogo = null) => clase switch
    {
        ClaseDeElemento.Variable =>
        [
            new("etiqueta", ControlDeColumna.Linea, Ninguna),
            new("etiqueta_en", ControlDeColumna.Linea, Ninguna),
            new("pagina", ControlDeColumna.Lista, [.. diccionario.Paginas.Where(p => p.Tipo is "generica" or "hecho").Select(p => (p.Clave, p.Titulo))]),
            new("seccion", ControlDeColumna.Lista, Secciones),
            new("unidad", ControlDeColumna.Lista, Unidades, SoloAlCrear: true),
            new("tipo", ControlDeColumna.Lista, Codigos("tipo", Enum.GetValues<TipoDeVariable>().Select(t => t.Codigo.ToLowerInvariant()).Except(["referencia", "archivo"])), SoloAlCrear: true),
            new("catalogo", ControlDeColumna.Lista, [.. diccionario.Catalogos.Keys.Order(StringComparer.Ordinal).Select(c => (c, c))], SoloAlCrear: true, Opcional: true),
            new("max", ControlDeColumna.Numero, Ninguna, Opcional: true),
            new("orden", ControlDeColumna.Numero, Ninguna, Opcional: true),
            new("requerido", ControlDeColumna.Lista, Codigos("requerido", ["O", "R", "C"])),
            new("condicion", ControlDeColumna.Linea, Ninguna, Opcional: true),
            new("privacidad", ControlDeColumna.Lista, Codigos("privacidad", Enum.GetNames<Privacidad>()), SoloAlCrear: true),
            new("grupo_de_identidad", ControlDeColumna.Lista, [.. diccionario.GruposDeIdentidad.Select(g => (g.Clave, g.Titulo))], Opcional: true),
            new("filtrable", ControlDeColumna.SiNo, Ninguna),
            new("definicion", ControlDeColumna.Parrafo, Ninguna),
            new("cuando_usar", ControlDeColumna.Parrafo, Ninguna, Opcional: true),
            new("ejemplo", ControlDeColumna.Linea, Ninguna, Opcional: true),
            new("fuente", ControlDeColumna.Linea, Ninguna, Opcional: true),
            new("como_se_cuenta", ControlDeColumna.Parrafo, Ninguna, Opcional: true),
        ],
        ClaseDeElemento.Opcion =>
        [
            new("nombre", ControlDeColumna.Linea, Ninguna),
            new("nombre_en", ControlDeColumna.Linea, Ninguna, Opcional: true),
            .. ReferenciasDeOpciones.De(catalogo ?? "").Select(DeReferencia),
            new("excluyente", ControlDeColumna.SiNo, Ninguna),
        ],
        _ =>
        [
            new("titulo", ControlDeColumna.Linea, Ninguna),
            new("titulo_en", ControlDeColumna.Linea, Ninguna),
            new("paso", ControlDeColumna.Lista, Codigos("paso", ["1", "2", "3", "4"])),
            new("orden", ControlDeColumna.Numero, Ninguna, Opcional: true),
            new("condicion", ControlDeColumna.Linea, Ninguna, Opcional: true),
        ],
    };

    private ColumnaEnPantalla DeReferencia(ReferenciaDeOpcion referencia) => new(
        referencia.Columna,
        ControlDeColumna.Lista,
        [.. diccionario.Catalogos[referencia.Referido].Elegibles.Select(o => (o.Codigo, o.NombreVisible))],
        SoloAlCrear: true,
        Opcional: !referencia.Obligatoria)
    {
        Rotulo = referencia.Referido,
    };

    /// <summary>By letter, in the reader's language.</summary>
    public static IReadOnlyList<(string Codigo, string Texto)> Secciones =>
        [.. FilasDeSecciones.Select(f => (f["clave"], $"{f["clave"]}. {f[QuienLee.EnIngles ? "nombre_en" : "nombre"]}"))];

    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> FilasDeSecciones = [.. Semilla.Filas("diccionario/secciones.csv")];

    /// <summary>The word for a code of a column (<c>tipo</c>, <c>requerido</c>, <c>privacidad</c>).</summary>
    public string EnPalabras(string columna, string codigo) => textos[$"{columna}.{codigo}"];

    private IReadOnlyList<(string, string)> Unidades =>
    [
        .. Codigos("unidad", ["persona", "expediente", "hecho"]),
        .. diccionario.Variables.Where(v => v is { Unidad: UnidadDeVariable.Fila, Grupo: not null, Retirada: false }).Select(v => v.Grupo!).Distinct()
            .Select(g => ($"fila:{g}", textos["unidad.fila", g.Replace('_', ' ')].Value)),
    ];

    private IReadOnlyList<(string, string)> Codigos(string columna, IEnumerable<string> codigos) => [.. codigos.Select(c => (c, EnPalabras(columna, c)))];
}
