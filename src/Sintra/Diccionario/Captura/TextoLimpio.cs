using System.Globalization;
using System.Text;

namespace Sintra.Diccionario;

/// <summary>Text as it is kept: NFC, trimmed, without what cannot be seen.</summary>
internal static class TextoLimpio
{
    /// <param name="limpio">Empty when there was nothing but blanks.</param>
    /// <returns>What is wrong, as the end of a sentence; null when nothing is.</returns>
    public static Frase? Limpiar(string crudo, int max, bool variosRenglones, out string limpio)
    {
        limpio = "";

        // Blanks around do not count, but a megabyte of them is not worth looking at.
        if (crudo.Length > (4 * max) + 1000)
        {
            return Largo(max);
        }

        for (var i = 0; i < crudo.Length; i++)
        {
            if (crudo[i] is >= ' ' and <= '~')
            {
                continue;
            }

            if (!Rune.TryGetRuneAt(crudo, i, out var letra))
            {
                return Invisible;
            }

            i += letra.Utf16SequenceLength - 1;
            if (EsInvisible(letra) && !(variosRenglones && letra.Value is '\n' or '\r' or '\t'))
            {
                return Invisible;
            }
        }

        var texto = (Ascii.IsValid(crudo) ? crudo : crudo.Normalize(NormalizationForm.FormC)).Trim();
        if (variosRenglones)
        {
            texto = texto.ReplaceLineEndings("\n");
        }

        if (texto.Length > max)
        {
            return Largo(max);
        }

        limpio = texto;
        return null;
    }

    /// <summary>To compare names: no accents, no case, no punctuation.</summary>
    public static string ParaComparar(string nombre)
    {
        var texto = new StringBuilder(nombre.Length);
        foreach (var letra in nombre.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letra))
            {
                texto.Append(char.ToLowerInvariant(letra));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letra) != UnicodeCategory.NonSpacingMark && texto.Length > 0 && texto[^1] != ' ')
            {
                texto.Append(' ');
            }
        }

        return texto.ToString().TrimEnd();
    }

    private const string Invisible = "tiene caracteres que no se ven; bórrelo y escríbalo de nuevo.";

    private static Frase Largo(int max) => $"escriba {max:N0} caracteres o menos.";

    // Control characters; marks that turn the direction of writing (they make a text read as another); non-characters.
    private static bool EsInvisible(Rune letra) =>
        Rune.GetUnicodeCategory(letra) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || letra.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF
        || (letra.Value & 0xFFFE) == 0xFFFE
        || letra.Value is >= 0xFDD0 and <= 0xFDEF;
}
