using System.Security.Cryptography;
using System.Text.Json;

namespace Sintra.Comun.Bitacora;

/// <summary>The heads of all lanes at a moment, signed: one line of the file that is copied out of the house.</summary>
/// <param name="En">UTC, microseconds.</param>
/// <param name="Llave">Id of the ring's signing key.</param>
/// <param name="Firma">ECDSA P-256 with SHA-256 (FIPS 186-5) over moment and heads.</param>
internal sealed record PuntoDeControl(DateTime En, IReadOnlyList<CabezaDeCarril> Cabezas, int Llave, byte[] Firma)
{
    public static PuntoDeControl Firmar(DateTime en, IReadOnlyList<CabezaDeCarril> cabezas, LlaveDelLlavero llave)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(llave.Material, out _);
        return new(en, cabezas, llave.Id, ecdsa.SignData(Firmado(en, cabezas), HashAlgorithmName.SHA256));
    }

    public bool EsAutentico(ECDsa llave) => llave.VerifyData(Firmado(En, Cabezas), Firma, HashAlgorithmName.SHA256);

    public byte[] Renglon() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null when the line is not a checkpoint at all.</summary>
    public static PuntoDeControl? Leer(ReadOnlySpan<byte> renglon)
    {
        try
        {
            return JsonSerializer.Deserialize<PuntoDeControl>(renglon) is { Cabezas: not null, Firma: not null } punto
                && punto.Cabezas.All(c => c?.Mac is not null) ? punto : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the log keeps of it: SHA-256 of its line, in hexadecimal as <c>sha256sum</c> prints it.</summary>
    public static string Huella(ReadOnlySpan<byte> renglon) => Convert.ToHexStringLower(SHA256.HashData(renglon));

    private static byte[] Firmado(DateTime en, IReadOnlyList<CabezaDeCarril> cabezas)
    {
        var espacio = new byte[64 + cabezas.Sum(c => 28 + c.Mac.Length)];
        var campos = new Campos(espacio);
        campos.Agregar("punto de control");
        campos.Agregar((en.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        foreach (var cabeza in cabezas)
        {
            campos.Agregar(cabeza.Carril);
            campos.Agregar(cabeza.N);
            campos.Agregar(cabeza.Mac);
        }

        return campos.Bytes.ToArray();
    }
}
