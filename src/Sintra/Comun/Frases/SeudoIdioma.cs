using System.Globalization;

namespace Sintra.Comun;

/// <summary>
/// A language that nobody speaks, for finding what was written by hand: everything out of a resource comes between brackets, a third longer, as
/// German or Finnish would be. What stands outside brackets on a page is data, or a fault.
/// </summary>
internal static class SeudoIdioma
{
    /// <summary>The code that Windows and the browsers' makers use for it.</summary>
    public const string Codigo = "qps-ploc";

    private const char Abre = '⟦';
    private const char Cierra = '⟧';

    public static bool Es(CultureInfo idioma) => idioma.Name.Equals(Codigo, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same sentence, marked and longer; places for parts stay.</summary>
    public static string De(string texto) => $"{Abre}{texto}{new string('·', texto.Length / 3)}{Cierra}";
}
