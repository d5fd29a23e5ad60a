using System.Text;

namespace Sintra.Personas;

/// <summary>
/// How a name sounds in Mexico: one key for the spellings that people mix (b/v, s/z/c, j/g/x, y/ll, h). It is for finding candidates and for
/// calling two spellings alike, never for correcting a name.
/// </summary>
internal static class ClaveFonetica
{
    /// <param name="palabra">One or more plain words (<see cref="TextoLlano"/>).</param>
    /// <returns>First sound and the consonants after it; empty for an empty word.</returns>
    public static string De(string palabra)
    {
        var sonidos = Sonidos(palabra);
        while (sonidos is [_, .., 'S'])
        {
            sonidos = sonidos[..^1];
        }

        return SinRepetir(sonidos.Where((s, i) => i == 0 || !EsVocal(s)), sonidos.Length);
    }

    /// <summary>The same with its vowels and its last s: what two spellings of one name share, and Fernando and Fernanda do not.</summary>
    public static string Entera(string palabra)
    {
        var sonidos = Sonidos(palabra);
        return SinRepetir(sonidos, sonidos.Length);
    }

    private static string SinRepetir(IEnumerable<char> sonidos, int largo)
    {
        var clave = new StringBuilder(largo);
        foreach (var s in sonidos)
        {
            if (clave is [] || clave[^1] != s)
            {
                clave.Append(s);
            }
        }

        return clave.ToString();
    }

    private static string Sonidos(string palabra)
    {
        var p = palabra.Replace(" ", "", StringComparison.Ordinal);
        var s = new StringBuilder(p.Length);
        for (var i = 0; i < p.Length;)
        {
            var (sonido, letras) = Sonido(p, i);
            s.Append(sonido);
            i += letras;
        }

        // At the beginning a y sounds as the vowel does.
        if (s is ['Y', ..])
        {
            s[0] = 'I';
        }

        return s.ToString();
    }

    private static (string Sonido, int Letras) Sonido(string p, int i)
    {
        var (c, d, e) = (p[i], En(p, i + 1), En(p, i + 2));
        if (i == 0 && Diptongo(p) is { } largo)
        {
            return ("B", largo);
        }

        return (c, d) switch
        {
            ('P', 'H') => ("F", 2),
            ('S' or 'C', 'H') => ("1", 2),
            ('T' or 'C', 'Z') => ("S", 2),
            ('S', 'C') when EsSuave(e) => ("S", 2),
            ('L', 'L') => ("Y", 2),
            ('R', 'R') => ("R", 2),
            ('X', 'I') when i == 0 && e == 'M' => ("J", 1),
            ('X', _) => (i == 0 ? "S" : "J", 1),
            ('H', _) => ("", 1),
            ('Q', 'U') when EsSuave(e) => ("K", 2),
            ('Q', _) => ("K", 1),
            ('C', _) => (EsSuave(d) ? "S" : "K", 1),
            ('Z', _) => ("S", 1),
            ('G', 'U') when EsSuave(e) => ("G", 2),
            ('G', _) => (EsSuave(d) ? "J" : "G", 1),
            ('V', _) => ("B", 1),
            ('Y', _) when !EsVocal(d) => ("I", 1),
            ('M', 'B' or 'P' or 'F' or 'V') => ("N", 1),
            _ => (c.ToString(), 1),
        };
    }

    // Hua-, Gua-, Ua-, Wa- and what sounds alike: as many letters as are the one sound. Gue- and Gui- are a hard g.
    private static int? Diptongo(string p) => p switch
    {
        ['H', 'U', 'A' or 'E' or 'I' or 'O', ..] or ['G', 'U', 'A' or 'O', ..] => 2,
        ['U', 'A' or 'E' or 'I' or 'O', ..] or ['W', 'A' or 'E' or 'I' or 'O', ..] => 1,
        _ => null,
    };

    private static char En(string p, int i) => i < p.Length ? p[i] : '\0';

    private static bool EsSuave(char c) => c is 'E' or 'I' or 'Y';

    private static bool EsVocal(char c) => c is 'A' or 'E' or 'I' or 'O' or 'U';
}
