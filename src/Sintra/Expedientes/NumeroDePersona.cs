using System.Text.RegularExpressions;

namespace Sintra.Expedientes;

/// <summary>
/// The number of origin of a person whom an operation registered: its event and the provisional key of its row. Sending the same rows again
/// meets the same numbers, and adds nothing.
/// </summary>
public static partial class NumeroDePersona
{
    /// <summary>Longest key; with the event it stays below what a number of origin holds.</summary>
    public const int MaximoDeClave = 12;

    public static string De(HechoId hecho, string clave) => $"{Prefijo(hecho)}{clave}";

    /// <summary>The provisional key, of the numbers that this event gave; null for any other.</summary>
    public static string? ClaveDe(HechoId hecho, string? numero) =>
        numero is not null && numero.StartsWith(Prefijo(hecho), StringComparison.Ordinal) ? numero[Prefijo(hecho).Length..] : null;

    /// <summary>A key is stored in clear: at most four letters, then a number, so that nobody writes a name in it.</summary>
    public static string? LeerClave(string? texto) => (texto ?? "").Trim().ToUpperInvariant() is var clave && Forma().IsMatch(clave) ? clave : null;

    internal static string Prefijo(HechoId hecho) => $"{hecho.Valor:n}/";

    [GeneratedRegex(@"^[A-Z]{0,4}-?[0-9]{1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forma();
}
