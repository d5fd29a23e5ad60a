namespace Sintra.Consulta;

// What the log keeps of this room: names of criteria and counts; never what was searched for.

/// <param name="Criterios">Names of the criteria used.</param>
/// <param name="Renglones">How many files the page showed.</param>
/// <param name="EsPrimera">The first page of its results.</param>
public sealed record BusquedaHecha([property: DatoPublico] IReadOnlyList<string> Criterios, int Renglones, bool EsPrimera) : ISuceso;

/// <param name="Criterios">Names of the fields filled in.</param>
public sealed record BusquedaPorIdentidadPedida([property: DatoPublico] IReadOnlyList<string> Criterios) : ISuceso;

/// <summary>An account searched by identity as often as it may in an hour, and wanted to go on.</summary>
public sealed record CuotaDeBusquedaAgotada(int CadaHora) : ISuceso;

/// <param name="Criterios">Names of the criteria.</param>
public sealed record BusquedaConservada(Guid Busqueda, [property: DatoPublico] IReadOnlyList<string> Criterios, bool DeLaInstitucion) : ISuceso;

public sealed record BusquedaBorrada(Guid Busqueda) : ISuceso;

/// <summary>The results of a search were taken out as a file, without personal data.</summary>
/// <param name="Criterios">Names of the criteria used.</param>
/// <param name="Campos">Columns that it has.</param>
public sealed record BusquedaExportada([property: DatoPublico] IReadOnlyList<string> Criterios, [property: DatoPublico] IReadOnlyList<string> Campos, [property: DatoPublico] string Formato) : ISuceso;

/// <summary>Its author was told by mail how many files a kept search has.</summary>
public sealed record BusquedaAvisada(Guid Busqueda, int Expedientes) : ISuceso;
