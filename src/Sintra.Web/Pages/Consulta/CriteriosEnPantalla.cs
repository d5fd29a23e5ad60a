using System.Globalization;
using Microsoft.Extensions.Localization;
using Sintra.Consulta;
using Sintra.Diccionario;
using Sintra.Web.Pages.Expedientes;

namespace Sintra.Web.Pages.Consulta;

/// <summary>A criterion in use, in words, and the address of the same search without it.</summary>
public sealed record FichaDeCriterio(string Texto, string SinEl);

/// <summary>A question of the criteria form.</summary>
/// <param name="Sugerencias">Address of a catalogue too long to be shown whole; null where the options stand in the page.</param>
public sealed record CampoDeCriterio(string Clave, string Etiqueta, string Valor, string? Sugerencias, IReadOnlyList<(string Codigo, string Nombre)> Opciones);

/// <summary>Criteria as the form asks for them and as people read them; labels and options are the dictionary's.</summary>
public sealed class CriteriosEnPantalla(CriteriosDelDiccionario criterios, DiccionarioVigente diccionario, PalabrasDeExpediente palabras, IStringLocalizer<Recursos.TextosDeConsulta> textos)
{
    private const string Direccion = "/consulta";

    /// <summary>The criteria of the dictionary that the form shows: the usual ones, and those in use or asked for.</summary>
    public IReadOnlyList<CampoDeCriterio> Campos(Func<string, string> dicho, string? mas) =>
    [
        .. criterios.Principales.Concat(criterios.Todos.Where(v => v.Clave == mas || dicho(v.Clave).Length > 0)).DistinctBy(v => v.Clave).Select(v => Campo(v, dicho(v.Clave))),
    ];

    /// <summary>Those that may be added to the form.</summary>
    public IEnumerable<(string Clave, string Etiqueta)> PorAgregar(IReadOnlyList<CampoDeCriterio> puestos) =>
        criterios.Todos.Where(v => puestos.All(p => p.Clave != v.Clave)).Select(v => (v.Clave, Etiqueta(v)));

    /// <summary>Each criterion in use, with its way out.</summary>
    public IReadOnlyList<FichaDeCriterio> Fichas(CriteriosDeBusqueda dichos) =>
        [.. dichos.EnDireccion.Select(c => new FichaDeCriterio(EnPalabras(c.Clave, c.Valor), Sin(dichos, c.Clave)))];

    /// <summary>The address of a search, with what the page adds to it.</summary>
    public static string Ir(CriteriosDeBusqueda dichos, params (string Clave, string? Valor)[] ademas) => Ir(Direccion, dichos, ademas);

    public static string Ir(string direccion, CriteriosDeBusqueda dichos, params (string Clave, string? Valor)[] ademas)
    {
        var partes = ademas.Where(a => a.Valor is not null).Select(a => $"{a.Clave}={Uri.EscapeDataString(a.Valor!)}").Prepend(dichos.Direccion).Where(p => p.Length > 0).ToList();
        return partes.Count == 0 ? direccion : $"{direccion}?{string.Join('&', partes)}";
    }

    private static string Sin(CriteriosDeBusqueda dichos, string clave)
    {
        var otros = dichos.EnDireccion.Where(c => c.Clave != clave).Select(c => $"{Uri.EscapeDataString(c.Clave)}={Uri.EscapeDataString(c.Valor)}").ToList();
        return otros.Count == 0 ? Direccion : $"{Direccion}?{string.Join('&', otros)}";
    }

    private CampoDeCriterio Campo(Variable variable, string valor)
    {
        var catalogos = criterios.Catalogos(variable).ToList();
        var elegida = valor.Length == 0 ? null : criterios.Opcion(variable, valor);
        var esLargo = catalogos.Count > 1 || catalogos[0].EsLargo;
        var etiqueta = catalogos.Count > 1 ? textos["Lugar", Etiqueta(variable)].Value : Etiqueta(variable);
        return esLargo
            ? new(variable.Clave, etiqueta, elegida is null ? valor : Nombre(elegida), $"/diccionario/opciones/{catalogos[0].Clave}", [])
            : new(variable.Clave, etiqueta, elegida?.Codigo ?? valor, null, [.. catalogos[0].Elegibles.Select(o => (o.Codigo, Nombre(o)))]);
    }

    private string EnPalabras(string clave, string valor) => clave switch
    {
        CamposDeBusqueda.Identidad => textos["Filtro.Identidad"],
        CamposDeBusqueda.Folio => textos["Filtro", textos["Folio"].Value, valor],
        CamposDeBusqueda.EdadDesde => textos["Filtro", textos["Edad.Desde"].Value, valor],
        CamposDeBusqueda.EdadHasta => textos["Filtro", textos["Edad.Hasta"].Value, valor],
        CamposDeBusqueda.DeteccionDesde => textos["Filtro", textos["Deteccion.Desde"].Value, Dia(valor)],
        CamposDeBusqueda.DeteccionHasta => textos["Filtro", textos["Deteccion.Hasta"].Value, Dia(valor)],
        CamposDeBusqueda.Estado => textos["Filtro", textos["Estado"].Value, palabras.Opcion("estado_expediente", valor)],
        CamposDeBusqueda.Institucion => textos["Filtro", textos["Institucion"].Value, Institucion(valor)],
        _ => textos["Filtro", Etiqueta(diccionario[clave]), criterios.Opcion(diccionario[clave], valor) is { } opcion ? Nombre(opcion) : valor],
    };

    private string Institucion(string valor) => valor switch
    {
        CriteriosDeBusqueda.Mia => textos["Institucion.Mia"],
        CriteriosDeBusqueda.Otras => textos["Institucion.Otras"],
        _ => palabras.Institucion(valor),
    };

    private static string Dia(string valor) => DateOnly.ParseExact(valor, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    // A shelter is called by its key wherever it appears.
    private string Nombre(Opcion opcion) =>
        diccionario.Catalogos["instituciones"].Buscar(opcion.Codigo) == opcion ? palabras.Institucion(opcion.Codigo) : QuienLee.EnIngles ? opcion.NombreEn : opcion.Nombre;

    private static string Etiqueta(Variable variable) => QuienLee.EnIngles ? variable.EtiquetaEn : variable.Etiqueta;
}
