using System.Globalization;
using System.Text;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Blind tokens by which a file is found again inside one's reach. All are composite: no token stands for one common value alone,
/// so their frequencies say little to whoever holds the table without the key.
/// </summary>
public static class TestigosDeIdentidad
{
    // Tokens are pairs of words: more words than any name has would be work for nothing.
    private const int MaximoDePalabras = 12;
    private const int MinimoDeDocumento = 5;

    /// <summary>Tokens of a file's identity.</summary>
    /// <param name="institucion">Short names (alias, chosen name) are composed with the institution that wrote them.</param>
    public static IEnumerable<(string Tipo, string Valor)> De(IReadOnlyDictionary<string, Respuesta> identidad, string institucion)
    {
        string? Texto(string clave) => (identidad.GetValueOrDefault(clave)?.Valor as ValorDeTexto)?.Texto;

        var apellidos = Palabras(Texto("primer_apellido")).Concat(Palabras(Texto("segundo_apellido"))).ToList();
        var nombres = Palabras(Texto("nombres")).ToList();

        return DeCurp(Texto("curp"))
            .Concat(DeDocumento(Texto("documento_numero")))
            .Concat(from a in apellidos from n in nombres select ("nombre", Pareja(a, n)))
            .Concat(new[] { Texto("alias"), Texto("nombre_social") }.SelectMany(corto => DeNombreCorto(corto, institucion)))
            .Distinct();
    }

    /// <summary>Tokens of what a person types to search: words in any order, accents or not.</summary>
    public static IEnumerable<(string Tipo, string Valor)> DeBusqueda(string? nombreOAlias, string? curp, string institucion, string? documento = null)
    {
        var palabras = Palabras(nombreOAlias).ToList();

        return DeCurp(curp)
            .Concat(DeDocumento(documento))
            .Concat(from a in palabras from b in palabras where string.CompareOrdinal(a, b) < 0 select ("nombre", Pareja(a, b)))
            .Concat(DeNombreCorto(nombreOAlias, institucion))
            .Distinct();
    }

    private static IEnumerable<(string Tipo, string Valor)> DeCurp(string? curp) =>
        curp is { Length: 18 } ? [("curp", curp.ToUpperInvariant())] : [];

    // Signs and spaces are written in as many ways as there are hands; a number of few characters is no document's.
    private static IEnumerable<(string Tipo, string Valor)> DeDocumento(string? numero) =>
        new string([.. (numero ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]) is { Length: >= MinimoDeDocumento } llano ? [("documento", llano)] : [];

    private static IEnumerable<(string Tipo, string Valor)> DeNombreCorto(string? corto, string institucion) =>
        string.Join(' ', Palabras(corto)) is { Length: > 0 } plano ? [("corto", $"{institucion}|{plano}")] : [];

    // Sorted, since people swap name and surname.
    private static string Pareja(string a, string b) => string.CompareOrdinal(a, b) < 0 ? $"{a}|{b}" : $"{b}|{a}";

    private static IEnumerable<string> Palabras(string? texto) => new string([.. (texto ?? "").Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(p => p is not ("DE" or "DEL" or "LA" or "LAS" or "LOS" or "Y"))
        .Distinct()
        .Take(MaximoDePalabras);
}
