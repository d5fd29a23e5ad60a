using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sintra.Comun.Sellos;

/// <summary>Where a sealed value stands. A value moved to another row or column does not open.</summary>
/// <param name="Fila">The row's key as text.</param>
public readonly record struct Sitio(string Tabla, string Columna, string Fila);

/// <summary>
/// Envelope encryption: AES-256-GCM with one data key an owner, wrapped by the ring.
/// A seal is <c>suite (1) · nonce (12) · tag (16) · ciphertext</c>, bound to its place and to the version of its key.
/// </summary>
public sealed class Sellos(Llavero llavero)
{
    private const byte Suite = 1;
    private const int Nonce = 12;
    private const int Etiqueta = 16;

    /// <summary>Makes a data key, already wrapped, to be stored in the same transaction as what it closes.</summary>
    public LlaveDeDatos NuevaLlave(Guid dueno, ClaseDeLlave clase, int version = 1)
    {
        Span<byte> clara = stackalloc byte[32];
        RandomNumberGenerator.Fill(clara);
        var kek = llavero.Vigente(UsoDeLlave.Envolver);
        return new()
        {
            Dueno = dueno,
            Clase = clase,
            Version = version,
            LlaveDelLlavero = kek.Id,
            Envuelta = Cerrar(kek.Material, clara, AtaduraDeLlave(dueno, clase, version)),
        };
    }

    /// <summary>Wraps a data key again under the ring's newest key. What it closes is not touched.</summary>
    public void Reenvolver(LlaveDeDatos llave)
    {
        var kek = llavero.Vigente(UsoDeLlave.Envolver);
        var clara = Desenvolver(llave);
        llave.Envuelta = Cerrar(kek.Material, clara, AtaduraDeLlave(llave.Dueno, llave.Clase, llave.Version));
        llave.LlaveDelLlavero = kek.Id;
        CryptographicOperations.ZeroMemory(clara);
    }

    public byte[] Sellar(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> claro)
    {
        var dek = Desenvolver(llave);
        var cuerpo = Cerrar(dek, claro, Atadura(llave, sitio));
        CryptographicOperations.ZeroMemory(dek);
        return [Suite, .. cuerpo];
    }

    public byte[] Sellar(LlaveDeDatos llave, Sitio sitio, string claro) => Sellar(llave, sitio, Encoding.UTF8.GetBytes(claro));

    /// <exception cref="CryptographicException">Not this key, not this place, or not what was written.</exception>
    public byte[] Abrir(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> sellado)
    {
        if (sellado.Length < 1 + Nonce + Etiqueta || sellado[0] != Suite)
        {
            throw new CryptographicException("Not a seal of a known suite.");
        }

        var dek = Desenvolver(llave);
        var claro = Abrir(dek, sellado[1..], Atadura(llave, sitio));
        CryptographicOperations.ZeroMemory(dek);
        return claro;
    }

    public string AbrirTexto(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> sellado) =>
        Encoding.UTF8.GetString(Abrir(llave, sitio, sellado));

    /// <summary>Blind token of a normalised value: HMAC-SHA-256 cut to 64 bits, its key's id beside it in the row.</summary>
    public (int Llave, long Valor) Testigo(string tipo, string valor)
    {
        var llave = llavero.Vigente(UsoDeLlave.Testigos);
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(llave.Material, Encoding.UTF8.GetBytes($"{tipo}\0{valor}"), mac);
        return (llave.Id, BinaryPrimitives.ReadInt64BigEndian(mac));
    }

    private byte[] Desenvolver(LlaveDeDatos llave) => Abrir(
        llavero.Buscar(UsoDeLlave.Envolver, llave.LlaveDelLlavero).Material,
        llave.Envuelta,
        AtaduraDeLlave(llave.Dueno, llave.Clase, llave.Version));

    private static byte[] AtaduraDeLlave(Guid dueno, ClaseDeLlave clase, int version) =>
        Encoding.UTF8.GetBytes($"v1|llave_de_datos|{dueno:n}|{clase}|{version}");

    private static byte[] Atadura(LlaveDeDatos llave, Sitio sitio) =>
        Encoding.UTF8.GetBytes($"v1|{sitio.Tabla}|{sitio.Columna}|{sitio.Fila}|{llave.Dueno:n}|{llave.Clase}|{llave.Version}");

    private static byte[] Cerrar(ReadOnlySpan<byte> llave, ReadOnlySpan<byte> claro, ReadOnlySpan<byte> atadura)
    {
        var sellado = new byte[Nonce + Etiqueta + claro.Length];
        RandomNumberGenerator.Fill(sellado.AsSpan(0, Nonce));
        using var aes = new AesGcm(llave, Etiqueta);
        aes.Encrypt(sellado.AsSpan(0, Nonce), claro, sellado.AsSpan(Nonce + Etiqueta), sellado.AsSpan(Nonce, Etiqueta), atadura);
        return sellado;
    }

    private static byte[] Abrir(ReadOnlySpan<byte> llave, ReadOnlySpan<byte> sellado, ReadOnlySpan<byte> atadura)
    {
        var claro = new byte[sellado.Length - Nonce - Etiqueta];
        using var aes = new AesGcm(llave, Etiqueta);
        aes.Decrypt(sellado[..Nonce], sellado[(Nonce + Etiqueta)..], sellado.Slice(Nonce, Etiqueta), claro, atadura);
        return claro;
    }
}
