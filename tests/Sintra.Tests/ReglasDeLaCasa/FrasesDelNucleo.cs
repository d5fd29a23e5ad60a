using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Finds the sentences that the core's sources say, as the templates under which they are looked up.</summary>
internal static partial class FrasesDelNucleo
{
    /// <summary>String literals of a source, verbatim and raw ones aside; the holes of interpolated ones as <c>{0}</c>, with their format.</summary>
    public static IEnumerable<string> Literales(string fuente)
    {
        for (var i = 0; i < fuente.Length; i++)
        {
            if (Empieza(fuente, i, "//"))
            {
                i = Hasta(fuente, "\n", i);
            }
            else if (Empieza(fuente, i, "\"\"\""))
            {
                i = Hasta(fuente, "\"\"\"", i + 3) + 2;
            }
            else if (fuente[i] == '\'' && Letra().Match(fuente, i) is { Success: true } letra && letra.Index == i)
            {
                i += letra.Length - 1;
            }
            else if (fuente[i] == '"')
            {
                var (plantilla, fin) = Leer(fuente, i + 1, interpolada: i > 0 && fuente[i - 1] == '$');
                yield return plantilla;
                i = fin;
            }
        }
    }

    /// <summary>Whether a literal is something said to people: words of Spanish, to the end of a sentence.</summary>
    public static bool EsFrase(string plantilla) =>
        plantilla.Contains(' ', StringComparison.Ordinal) && plantilla.TrimEnd() is [.., '.' or '?'] && DelEspanol().IsMatch(plantilla);

    // From after the opening quote to the closing one.
    private static (string Plantilla, int Fin) Leer(string fuente, int i, bool interpolada)
    {
        var (plantilla, partes) = (new StringBuilder(), 0);
        while (fuente[i] != '"')
        {
            if (fuente[i] == '\\')
            {
                plantilla.Append(fuente[i + 1]);
                i += 2;
            }
            else if (fuente[i] is '{' or '}' && (!interpolada || fuente[i + 1] == fuente[i]))
            {
                plantilla.Append(fuente[i], 2);
                i += interpolada ? 2 : 1;
            }
            else if (fuente[i] == '{')
            {
                var (formato, fin) = Hueco(fuente, i + 1);
                plantilla.Append(CultureInfo.InvariantCulture, $"{{{partes++}{formato}}}");
                i = fin + 1;
            }
            else
            {
                plantilla.Append(fuente[i++]);
            }
        }

        return (plantilla.ToString(), i);
    }

    // From after the opening brace to the closing one, over whatever the expression holds.
    private static (string Formato, int Fin) Hueco(string fuente, int i)
    {
        for (var (hondo, formato) = (0, -1); ; i++)
        {
            switch (fuente[i])
            {
                case '"':
                    i = Leer(fuente, i + 1, fuente[i - 1] == '$').Fin;
                    break;
                case '(' or '[' or '{':
                    hondo++;
                    break;
                case '}' when hondo == 0:
                    return (formato < 0 ? "" : fuente[formato..i], i);
                case ')' or ']' or '}':
                    hondo--;
                    break;
                case ':' when hondo == 0 && formato < 0:
                    formato = i;
                    break;
            }
        }
    }

    private static bool Empieza(string fuente, int i, string con) => string.CompareOrdinal(fuente, i, con, 0, con.Length) == 0;

    private static int Hasta(string fuente, string que, int desde) => fuente.IndexOf(que, desde, StringComparison.Ordinal) is >= 0 and var i ? i : fuente.Length;

    [GeneratedRegex(@"'(?:\\.|[^\\'])[^']{0,6}'")]
    private static partial Regex Letra();

    [GeneratedRegex(@"[áéíóúüñÁÉÍÓÚÑ¿¡«]|(?<![\w-])(?:el|la|los|las|una|unos|su|sus|se|de|del|con|por|para|que|ya|al|un|hay|esa|elija|escriba)(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex DelEspanol();
}
