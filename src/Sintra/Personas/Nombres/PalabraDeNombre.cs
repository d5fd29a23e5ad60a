namespace Sintra.Personas;

/// <summary>A word of a name and how it sounds, worked out once.</summary>
/// <param name="Texto">Plain (<see cref="TextoLlano"/>).</param>
/// <param name="EsConocido">On the list of those that people bear.</param>
internal record PalabraDeNombre(string Texto, bool EsConocido)
{
    /// <summary>The key that finds candidates.</summary>
    public string Clave { get; } = ClaveFonetica.De(Texto);

    private readonly string _entera = ClaveFonetica.Entera(Texto);

    // Of Mayan monosyllables (Uc, Ek, Chan, Chin) one vowel makes another family.
    private const int Corta = 4;

    /// <summary>One name in two spellings. Two that people bear are one only if they sound alike to the last vowel: Salas and Solís are two families.</summary>
    public bool SuenaComo(PalabraDeNombre otra) =>
        Texto == otra.Texto || _entera == otra._entera || (!(EsConocido && otra.EsConocido) && (Texto.Length > Corta || otra.Texto.Length > Corta) && Clave == otra.Clave);
}

/// <summary>One given name.</summary>
/// <param name="Posibles">What it may stand for, itself among them.</param>
internal sealed record NombreDePila(string Texto, bool EsConocido, IReadOnlyList<PalabraDeNombre> Posibles) : PalabraDeNombre(Texto, EsConocido)
{
    /// <summary>How each of those sounds.</summary>
    public IReadOnlyList<string> Claves { get; } = [.. Posibles.Select(p => p.Clave).Distinct()];

    /// <param name="deMexico">Known by the lists of Mexican names.</param>
    public static NombreDePila De(string texto, bool deMexico) => new(
        texto,
        deMexico && DatosDeNombres.Nombres.ContainsKey(texto),
        [.. (deMexico ? Hipocoristicos.Posibles(texto) : [texto]).Select(p => new PalabraDeNombre(p, deMexico && DatosDeNombres.Nombres.ContainsKey(p)))]);
}

/// <summary>A surname.</summary>
internal sealed record ApellidoLlano(string Texto, bool EsConocido) : PalabraDeNombre(Texto, EsConocido)
{
    /// <returns>Null for an empty text.</returns>
    public static ApellidoLlano? De(string texto, bool deMexico) => texto.Length == 0 ? null : new(texto, deMexico && DatosDeNombres.Apellidos.ContainsKey(texto));
}
