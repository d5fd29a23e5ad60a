using System.Globalization;

namespace Sintra.Comun;

/// <summary>The language of whoever reads this answer.</summary>
public static class QuienLee
{
    /// <summary>English; otherwise the house's own, Mexican Spanish.</summary>
    public static bool EnIngles => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
