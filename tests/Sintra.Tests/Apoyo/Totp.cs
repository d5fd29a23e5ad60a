using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Sintra.Tests.Apoyo;

/// <summary>What the official's authenticator application does (RFC 6238: SHA-1, 30 s, 6 digits), written apart from the house's own so that both must agree.</summary>
public static class Totp
{
    private const string Alfabeto = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="llave">Base32, as the page shows it; blanks are ignored.</param>
    /// <param name="pasos">Steps of 30 s ahead: a code is accepted once, so who has just enrolled needs the next.</param>
    public static string Codigo(string llave, TimeProvider reloj, int pasos = 0)
    {
        var paso = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(paso, (reloj.GetUtcNow().ToUnixTimeSeconds() / 30) + pasos);
#pragma warning disable CA5350 // the standard's algorithm
        var mac = HMACSHA1.HashData(DeBase32(llave), paso);
#pragma warning restore CA5350
        var desde = mac[^1] & 15;
        var numero = (BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(desde, 4)) & 0x7FFF_FFFF) % 1_000_000;
        return numero.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] DeBase32(string texto)
    {
        var bits = string.Concat(texto.Where(c => !char.IsWhiteSpace(c)).Select(c => Alfabeto.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal).ToString("B5", CultureInfo.InvariantCulture)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
