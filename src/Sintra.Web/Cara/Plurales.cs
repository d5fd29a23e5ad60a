using Microsoft.Extensions.Localization;

namespace Sintra.Web.Cara;

/// <summary>One and many, as Spanish and English have them.</summary>
internal static class Plurales
{
    /// <summary>The text of <paramref name="clave"/> with the number in its first place; where the number is one, that of «clave.Uno».</summary>
    public static string Cuantos(this IStringLocalizer textos, string clave, int cuantos) => textos[cuantos == 1 ? $"{clave}.Uno" : clave, cuantos];
}
