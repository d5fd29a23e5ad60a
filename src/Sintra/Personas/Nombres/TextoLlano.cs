using System.Globalization;
using System.Text;

namespace Sintra.Personas;

/// <summary>Text as it is compared: repaired, without marks, upper case, words of A–Z and digits parted by one space.</summary>
internal static class TextoLlano
{
    // What Windows-1252 has in 0x80–0x9F; the rest of it is Latin-1.
    private const string De1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding Estricto = new(false, throwOnInvalidBytes: true);

    /// <summary>Plain text; empty for null and for text without letters or digits.</summary>
    public static string De(string? texto)
    {
        if (string.IsNullOrWhiteSpace(texto))
        {
            return "";
        }

        var llano = new StringBuilder(texto.Length);
        foreach (var c in Reparar(texto).Normalize(NormalizationForm.FormD))
        {
            var letra = char.ToUpperInvariant(c);
            if (char.IsAsciiLetterUpper(letra) || char.IsAsciiDigit(letra))
            {
                llano.Append(letra);
            }
            else if (letra is not ('\'' or '’' or '´' or '`' or 'ʼ')
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && llano is [.., not ' '])
            {
                llano.Append(' ');
            }
        }

        return llano.ToString().TrimEnd();
    }

    /// <summary>The words of a text.</summary>
    public static string[] Palabras(string? texto) => De(texto).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Digits alone.</summary>
    public static string Digitos(string? texto) => new([.. (texto ?? "").Where(char.IsAsciiDigit)]);

    /// <summary>UTF-8 that somebody once read as Windows-1252 («MuÃ±oz») is read again as what it was; twice where it was done twice.</summary>
    public static string Reparar(string texto)
    {
        for (var vez = 0; vez < 2 && texto.AsSpan().IndexOfAny("ÃÂãâ") >= 0; vez++)
        {
            if (ComoUtf8(texto) is not { } reparado)
            {
                break;
            }

            texto = reparado;
        }

        return texto;
    }

    // Null where the text is not the bytes of a UTF-8 text: then an «Ã» is just that.
    private static string? ComoUtf8(string texto)
    {
        var bytes = new byte[texto.Length];
        for (var i = 0; i < texto.Length; i++)
        {
            var c = texto[i];
            var en1252 = De1252.IndexOf(c, StringComparison.Ordinal);
            if (en1252 < 0 && c > 0xFF)
            {
                return null;
            }

            // Whoever lowered the case of a name lowered that of its broken letter too.
            bytes[i] = c == 'ã' ? (byte)0xC3 : en1252 >= 0 ? (byte)(0x80 + en1252) : (byte)c;
        }

        try
        {
            return Estricto.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
