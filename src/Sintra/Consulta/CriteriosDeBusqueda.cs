using System.Globalization;
using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>An option of a variable of the dictionary, as one searches by it.</summary>
public sealed record CodigoBuscado(string Variable, string Codigo);

/// <summary>
/// What one asks of the files within reach: codes, numbers and dates alone, so that its address may be shared. A search by identity is named by its
/// id, which serves its author alone (<see cref="BusquedaPorIdentidad"/>).
/// </summary>
public sealed record CriteriosDeBusqueda
{
    public string? Folio { get; init; }

    /// <summary>Whole years; a file counts when its age, as far as it is known, may be among them.</summary>
    public int? EdadDesde { get; init; }
    public int? EdadHasta { get; init; }

    /// <summary>Days; a file counts when its detection, as far as it is known, may have been among them.</summary>
    public DateOnly? DeteccionDesde { get; init; }
    public DateOnly? DeteccionHasta { get; init; }
    public EstadoDeExpediente? Estado { get; init; }

    /// <summary>Key of an institution, or <see cref="Mia"/> or <see cref="Otras"/>.</summary>
    public string? Institucion { get; init; }
    public IReadOnlyList<CodigoBuscado> Codigos { get; init; } = [];
    public Guid? Identidad { get; init; }

    /// <summary>Of whoever searches.</summary>
    public const string Mia = "mia";

    /// <summary>Of others who gave access.</summary>
    public const string Otras = "otras";

    public bool EstaVacio => !EnDireccion.Any();

    /// <summary>Names of the criteria used; never what they say.</summary>
    public IReadOnlyList<string> Claves => [.. EnDireccion.Select(c => c.Clave)];

    /// <summary>Name and value of each, as the address writes them; always in one order, so that equal searches have one address.</summary>
    public IEnumerable<(string Clave, string Valor)> EnDireccion =>
    [
        .. Uno(CamposDeBusqueda.Identidad, Identidad?.ToString()),
        .. Uno(CamposDeBusqueda.Folio, Folio),
        .. Uno(CamposDeBusqueda.EdadDesde, EdadDesde?.ToString(CultureInfo.InvariantCulture)),
        .. Uno(CamposDeBusqueda.EdadHasta, EdadHasta?.ToString(CultureInfo.InvariantCulture)),
        .. Uno(CamposDeBusqueda.DeteccionDesde, DeteccionDesde?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Uno(CamposDeBusqueda.DeteccionHasta, DeteccionHasta?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Uno(CamposDeBusqueda.Estado, Estado?.Codigo),
        .. Uno(CamposDeBusqueda.Institucion, Institucion),
        .. Codigos.Select(c => (c.Variable, c.Codigo)),
    ];

    /// <summary>The query of its address, <c>sexo=M&amp;entidad_registra=07</c>; every part is of the address's own letters or escaped.</summary>
    public string Direccion => string.Join('&', EnDireccion.Select(c => $"{Uri.EscapeDataString(c.Clave)}={Uri.EscapeDataString(c.Valor)}"));

    private static IEnumerable<(string Clave, string Valor)> Uno(string clave, string? valor) => valor is null ? [] : [(clave, valor)];
}

/// <summary>Names that the address of a search uses besides the keys of the dictionary.</summary>
public static class CamposDeBusqueda
{
    public const string Identidad = "identidad";
    public const string Folio = "folio";
    public const string EdadDesde = "edad_desde";
    public const string EdadHasta = "edad_hasta";
    public const string DeteccionDesde = "deteccion_desde";
    public const string DeteccionHasta = "deteccion_hasta";
    public const string Estado = "estado";
    public const string Institucion = "institucion";

    /// <summary>How results are ordered, and after which one the page begins.</summary>
    public const string Orden = "orden";
    public const string Despues = "despues";

    /// <summary>Asks for the count where there is no script to ask for it.</summary>
    public const string Contar = "contar";

    /// <summary>Variable to search by besides those shown.</summary>
    public const string Mas = "mas";

    /// <summary>What is in an address and is no criterion.</summary>
    public static readonly IReadOnlySet<string> DeLaPagina = new HashSet<string> { Orden, Despues, Contar, Mas };
}
