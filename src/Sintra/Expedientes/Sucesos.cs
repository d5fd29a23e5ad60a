namespace Sintra.Expedientes;

// What the log keeps of this room: ids, codes and keys of variables; never an answer.

/// <param name="Institucion">Who registers.</param>
/// <param name="InstitucionQueCaptura">Who captured in its name; null when it did itself.</param>
public sealed record ExpedienteAbierto(
    HechoId Hecho, [property: DatoPublico] string Institucion, [property: DatoPublico] string NivelIdentificacion, [property: DatoPublico] string? InstitucionQueCaptura = null) : ISuceso;

/// <param name="Variables">Keys whose answer changed, group[row].key for rows.</param>
public sealed record PaginaGuardada([property: DatoPublico] string Pagina, [property: DatoPublico] IReadOnlyList<string> Variables, int Diccionario) : ISuceso;

/// <summary>A page says again what it said before.</summary>
/// <param name="Motivo">Catalogue <c>motivo_de_cambio</c>.</param>
public sealed record PaginaRestaurada([property: DatoPublico] string Pagina, [property: DatoPublico] string Motivo, Guid Version) : ISuceso;

public sealed record ExpedienteRegistrado([property: DatoPublico] string Folio) : ISuceso;

/// <summary>A step from one state to another (codes of <c>estado_expediente</c>).</summary>
public sealed record ExpedienteMovido([property: DatoPublico] string De, [property: DatoPublico] string A) : ISuceso;

/// <param name="Codigo">Catalogue <c>calidad_victima</c>.</param>
/// <param name="Institucion">Who determined it; null where nobody had to.</param>
public sealed record CalidadDeterminada([property: DatoPublico] string Codigo, [property: DatoPublico] string? Institucion, DateOnly? Fecha) : ISuceso;

/// <param name="Tipo">Purpose, catalogue <c>consentimiento_tipo</c>.</param>
/// <param name="Estado">Answer, catalogue <c>consentimiento_estado</c>.</param>
public sealed record ConsentimientoAsentado([property: DatoPublico] string Tipo, [property: DatoPublico] string Estado, int Fila) : ISuceso;

/// <summary>An institution's access to a file ended because the person took back what it rested on.</summary>
public sealed record AccesoTerminado([property: DatoPublico] string Institucion, [property: DatoPublico] string Tipo) : ISuceso;

public sealed record HechoAbierto(HechoId Hecho, [property: DatoPublico] string Institucion, [property: DatoPublico] string? InstitucionQueCaptura = null) : ISuceso;

public sealed record HechoGuardado(HechoId Hecho, [property: DatoPublico] IReadOnlyList<string> Variables, int Diccionario) : ISuceso;

/// <summary>An event says again what it said before.</summary>
/// <param name="Motivo">Catalogue <c>motivo_de_cambio</c>.</param>
public sealed record HechoRestaurado(HechoId Hecho, [property: DatoPublico] string Motivo, Guid Version) : ISuceso;

/// <summary>A screen that shows a file, masked but for what its reader has opened.</summary>
/// <param name="Pantalla">Key of the screen or page.</param>
/// <param name="Grupos">Groups of sealed fields open to the reader at that moment; null when none was.</param>
public sealed record ExpedienteConsultado([property: DatoPublico] string Pantalla, [property: DatoPublico] IReadOnlyList<string>? Grupos = null) : ILectura
{
    /// <summary>The reading of a screen under what its reader has opened.</summary>
    public static ExpedienteConsultado En(string pantalla, IReadOnlyCollection<string> abiertos) =>
        new(pantalla, abiertos.Count == 0 ? null : [.. abiertos.Order(StringComparer.Ordinal)]);
}

/// <summary>A screen that shows an event. Its sealed text is open only through a file, which has a reading of its own then.</summary>
public sealed record HechoConsultado(HechoId Hecho) : ILectura;

/// <summary>A group of sealed fields was opened to the account of this line.</summary>
public sealed record IdentidadRevelada([property: DatoPublico] string Grupo, [property: DatoPublico] string Motivo, DateTime Hasta) : ILectura;

/// <summary>The reader hid again what was open.</summary>
public sealed record IdentidadOcultada([property: DatoPublico] IReadOnlyList<string> Grupos) : ISuceso;

/// <summary>A search before registering: which criteria were used and how many of one's own files answered.</summary>
public sealed record BusquedaPrevia([property: DatoPublico] IReadOnlyList<string> Criterios, int Coincidencias) : ISuceso;
