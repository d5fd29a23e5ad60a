namespace Sintra.Comun;

/// <summary>
/// A place as far as it is known: any level may stop. Codes of <c>paises</c> (ISO 3166-1 alpha-2), <c>estados</c> (INEGI, 2 digits)
/// and <c>municipios</c> (INEGI, 5 digits: state and municipality).
/// </summary>
/// <param name="Localidad">Free text, always sealed whatever the variable says.</param>
/// <param name="ComoLoRefirio">The person's own words, always sealed.</param>
public sealed record Lugar(string? Pais, string? Entidad = null, string? Municipio = null, string? Localidad = null, string? ComoLoRefirio = null);
