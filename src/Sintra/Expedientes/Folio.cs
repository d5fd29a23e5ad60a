using System.Security.Cryptography;

namespace Sintra.Expedientes;

/// <summary>
/// What people say on the telephone: year, six random Crockford base-32 characters, one check character by ISO/IEC 7064 MOD 37,36:
/// <c>2026-7K3QZD-8</c>. It carries no state, institution or sequence.
/// </summary>
public static class Folio
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Iso7064 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Letters and digits of one, hyphens apart.</summary>
    public const int Letras = 11;

    public static string Nuevo(int ejercicio)
    {
        Span<char> azar = stackalloc char[6];
        RandomNumberGenerator.GetItems<char>(Crockford, azar);
        return Con(ejercicio, azar);
    }

    /// <summary>A new folio that no file has. 32^6 a year: a collision is a curiosity, and the unique index has the last word.</summary>
    internal static async Task<string> LibreAsync(SintraDb db, TimeProvider reloj, CancellationToken ct)
    {
        while (true)
        {
            var folio = Nuevo(reloj.Hoy.Year);
            if (!await db.Expedientes.AnyAsync(e => e.Folio == folio, ct))
            {
                return folio;
            }
        }
    }

    /// <summary>The folio of a number below 32^6, the same each time: made-up files need them unlike one another, not hard to guess.</summary>
    internal static string Con(int ejercicio, int numero)
    {
        Span<char> cifras = stackalloc char[6];
        for (var i = cifras.Length - 1; i >= 0; i--)
        {
            cifras[i] = Crockford[numero & 31];
            numero >>= 5;
        }

        return Con(ejercicio, cifras);
    }

    private static string Con(int ejercicio, ReadOnlySpan<char> seis) => $"{ejercicio:0000}-{seis}-{Verificador($"{ejercicio:0000}{seis}")}";

    /// <summary>
    /// Reads a folio as people write it (lower case, spaces, without hyphens, O for 0, I and L for 1). Null when its shape is not a folio's
    /// or its check character does not agree: one changed character and most swaps are caught.
    /// </summary>
    public static string? Leer(string? texto)
    {
        var letras = (texto ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit).ToArray();
        if (letras.Length != Letras)
        {
            return null;
        }

        // Crockford: what the eye confuses means the digit. The check character has the 36 of the standard and is taken as it comes.
        var cuerpo = new string([.. letras[..10].Select(l => l switch { 'O' => '0', 'I' or 'L' => '1', _ => l })]);
        var folio = $"{cuerpo[..4]}-{cuerpo[4..]}-{letras[10]}";
        var bienFormado = cuerpo[..4].All(char.IsAsciiDigit) && cuerpo[4..].All(l => Crockford.Contains(l)) && Iso7064.Contains(letras[10]);

        return bienFormado && Verificador(cuerpo) == letras[10] ? folio : null;
    }

    /// <summary>ISO/IEC 7064 hybrid system MOD 37,36.</summary>
    internal static char Verificador(string cuerpo)
    {
        var p = 36;
        foreach (var letra in cuerpo)
        {
            var s = (p + Iso7064.IndexOf(letra)) % 36;
            p = (s == 0 ? 36 : s) * 2 % 37;
        }

        return Iso7064[(37 - p) % 36];
    }
}
