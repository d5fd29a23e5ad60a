using Sintra.Personas;

namespace Sintra.Consulta;

/// <summary>
/// Blind tokens by which a person is found though her name was spelt otherwise, shortened, turned round or cut: pairs of words as they sound, each word with
/// what it may be short for. All are composite; a short name alone is composed with the institution that wrote it.
/// </summary>
internal static class TestigosDeBusqueda
{
    public const string Fonetico = "fonetico";
    public const string DeTelefono = "telefono";
    public const string DeNumero = "numero";
    public const int LetrasDeCurp = 18;

    private const int DigitosDeTelefono = 10;
    private const int MinimoDeNumero = 4;

    // Tokens are pairs: more words than any name has would be work for nothing.
    private const int MaximoDePalabras = 8;

    /// <summary>The words of a name or a search, particles apart, abbreviations extended.</summary>
    public static IReadOnlyList<string> Palabras(string? texto) => [.. NombreDeMexico.DePila(texto).Take(MaximoDePalabras)];

    /// <summary>How a word sounds, and what it may be short for: «Lupe» also as Guadalupe.</summary>
    public static IReadOnlyList<string> Claves(string palabra) =>
        [.. Hipocoristicos.Posibles(palabra).Append(NombreDeMexico.Apellido(palabra)).Select(ClaveFonetica.De).Where(c => c.Length > 0).Distinct()];

    /// <summary>The pairs of two words, whichever comes first.</summary>
    public static IEnumerable<string> Parejas(string una, string otra) =>
        (from a in Claves(una) from b in Claves(otra) select string.CompareOrdinal(a, b) <= 0 ? $"{a}|{b}" : $"{b}|{a}").Distinct();

    /// <summary>A short name within the institution that wrote it.</summary>
    public static IEnumerable<string> Cortos(string palabra, string institucion) => Claves(palabra).Select(c => $"{institucion}|{c}");

    /// <summary>The last ten digits; null where there are fewer.</summary>
    public static string? Telefono(string? texto) => TextoLlano.Digitos(texto) is { Length: >= DigitosDeTelefono } digitos ? digitos[^DigitosDeTelefono..] : null;

    /// <summary>Letters and digits alone; null where there are too few to be a number.</summary>
    public static string? Numero(string? texto) =>
        TextoLlano.De(texto).Replace(" ", "", StringComparison.Ordinal) is { Length: >= MinimoDeNumero } numero ? numero : null;
}
