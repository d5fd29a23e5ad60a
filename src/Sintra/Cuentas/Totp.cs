using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Sintra.Cuentas;

/// <summary>
/// Time-based one-time password, RFC 6238 over HMAC-SHA-1 with 30-second steps and 6 digits: what every authenticator app speaks.
/// Written out because ASP.NET Core Identity verifies without telling the step, and a code must serve once (RFC 6238, 5.2).
/// </summary>
public static class Totp
{
    public const int Digitos = 6;
    public static readonly TimeSpan Paso = TimeSpan.FromSeconds(30);

    // One step each way for clocks that disagree (RFC 6238, 6).
    private const int Ventana = 1;

    public static long PasoDe(DateTime momento) => (long)(momento - DateTime.UnixEpoch).TotalSeconds / (long)Paso.TotalSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default and the only one all authenticator apps honour; HMAC does not rest on collisions.")]
    public static string Codigo(ReadOnlySpan<byte> secreto, long paso, int digitos = Digitos)
    {
        Span<byte> contador = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(contador, paso);
        Span<byte> mac = stackalloc byte[20];
        HMACSHA1.HashData(secreto, contador, mac);

        // Dynamic truncation, RFC 4226, 5.3.
        var inicio = mac[^1] & 0x0F;
        var numero = BinaryPrimitives.ReadInt32BigEndian(mac[inicio..]) & 0x7FFFFFFF;
        return (numero % (int)Math.Pow(10, digitos)).ToString(CultureInfo.InvariantCulture).PadLeft(digitos, '0');
    }

    /// <summary>The step to which a code belongs, newest first; null when it belongs to none that may still be used.</summary>
    /// <param name="ultimo">The last step accepted: it and all before it are spent.</param>
    public static long? Verificar(ReadOnlySpan<byte> secreto, string codigo, DateTime ahora, long? ultimo)
    {
        var actual = PasoDe(ahora);
        long? hallado = null;

        // No early exit: every step of the window takes the same time.
        for (var paso = actual - Ventana; paso <= actual + Ventana; paso++)
        {
            var igual = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(Codigo(secreto, paso)), System.Text.Encoding.UTF8.GetBytes(codigo));
            if (igual && (ultimo is null || paso > ultimo))
            {
                hallado = paso;
            }
        }

        return hallado;
    }

    /// <summary>The text that an authenticator reads from the QR.</summary>
    /// <param name="secreto">Base32.</param>
    public static string Uri(string secreto, string correo) =>
        $"otpauth://totp/SINTRA:{System.Uri.EscapeDataString(correo)}?secret={secreto}&issuer=SINTRA&digits={Digitos}&period={(int)Paso.TotalSeconds}";

    /// <summary>RFC 4648 base32, upper case, no padding.</summary>
    public static byte[] DeBase32(string texto)
    {
        var bytes = new byte[texto.Length * 5 / 8];
        var (acumulado, bits, escritos) = (0, 0, 0);
        foreach (var letra in texto)
        {
            acumulado = ((acumulado << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letra, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[escritos++] = (byte)(acumulado >> bits);
            }
        }

        return bytes;
    }
}
