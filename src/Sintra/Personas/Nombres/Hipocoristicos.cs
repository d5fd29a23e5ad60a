namespace Sintra.Personas;

/// <summary>Whether two given names may be one: a short form and its name, a diminutive, the beginning of the other.</summary>
internal static class Hipocoristicos
{
    private static readonly string[] Terminaciones = ["CITO", "CITA", "ITO", "ITA"];

    // Shorter beginnings are shared by too many names.
    private const int MinimoDePrincipio = 3;

    /// <summary>The names that a word may stand for, itself among them; from a diminutive, those of its base.</summary>
    public static IReadOnlyList<string> Posibles(string palabra)
    {
        var posibles = new List<string> { palabra };
        posibles.AddRange(DatosDeNombres.DeApodo(palabra));
        foreach (var terminacion in Terminaciones)
        {
            if (palabra.Length > terminacion.Length + 1 && palabra.EndsWith(terminacion, StringComparison.Ordinal))
            {
                var raiz = palabra[..^terminacion.Length];
                string[] conSuVocal = [.. Bases(raiz + terminacion[^1])];

                // Juanita is Juana's; Raquelita, who has no vowel to give, Raquel's.
                posibles.AddRange(conSuVocal.Length > 0 ? conSuVocal : [.. Bases(raiz), .. Bases(raiz + "E")]);
            }
        }

        return posibles.Count == 1 ? posibles : [.. posibles.Distinct()];
    }

    /// <summary>Whether one may be short for the other.</summary>
    public static bool SonUno(NombreDePila a, NombreDePila b)
    {
        if ((a.Posibles.Count > 1 || b.Posibles.Count > 1) && a.Posibles.Any(x => b.Posibles.Any(x.SuenaComo)))
        {
            return true;
        }

        var (corto, largo) = a.Texto.Length <= b.Texto.Length ? (a, b) : (b, a);
        return corto.Texto.Length >= MinimoDePrincipio
            && largo.Texto.StartsWith(corto.Texto, StringComparison.Ordinal)
            && !corto.EsConocido; // Juan and Juana are two names
    }

    private static IEnumerable<string> Bases(string palabra) =>
        DatosDeNombres.DeApodo(palabra).Concat(DatosDeNombres.Nombres.ContainsKey(palabra) ? [palabra] : []);
}
