using System.Security.Cryptography;
using System.Text;

namespace Sintra.Comun.Sellos;

/// <summary>
/// A data key unwrapped for the length of one use case: a file with twelve sealed sections unwraps once. Dispose wipes it.
/// A seal is <c>suite (1) · nonce (12) · tag (16) · ciphertext</c>, bound to its place, its owner and the version of its key.
/// Not for several threads at once.
/// </summary>
public sealed class LlaveAbierta : IDisposable
{
    private const byte Suite = 1;

    private readonly LlaveDeDatos _llave;
    private readonly AesGcm _aes;

    internal LlaveAbierta(LlaveDeDatos llave, ReadOnlySpan<byte> clara) => (_llave, _aes) = (llave, new(clara, Caja.Etiqueta));

    public ClaseDeLlave Clase => _llave.Clase;

    public int Version => _llave.Version;

    public byte[] Sellar(Sitio sitio, ReadOnlySpan<byte> claro)
    {
        Span<byte> espacio = stackalloc byte[EspacioDeAtadura];
        var sellado = new byte[1 + Caja.Sobrante + claro.Length];
        sellado[0] = Suite;
        Caja.Cerrar(_aes, claro, Atadura(espacio, sitio), sellado.AsSpan(1));
        return sellado;
    }

    public byte[] Sellar(Sitio sitio, string claro)
    {
        var bytes = Encoding.UTF8.GetBytes(claro);
        var sellado = Sellar(sitio, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return sellado;
    }

    /// <exception cref="CryptographicException">Not this key, not this place, or not what was written.</exception>
    public byte[] Abrir(Sitio sitio, ReadOnlySpan<byte> sellado)
    {
        if (sellado.Length < 1 + Caja.Sobrante || sellado[0] != Suite)
        {
            throw new CryptographicException("Not a seal of a known suite.");
        }

        Span<byte> espacio = stackalloc byte[EspacioDeAtadura];
        var claro = new byte[sellado.Length - 1 - Caja.Sobrante];
        Caja.Abrir(_aes, sellado[1..], Atadura(espacio, sitio), claro);
        return claro;
    }

    /// <exception cref="CryptographicException">Not this key, not this place, or not what was written.</exception>
    public string AbrirTexto(Sitio sitio, ReadOnlySpan<byte> sellado)
    {
        var claro = Abrir(sitio, sellado);
        var texto = Encoding.UTF8.GetString(claro);
        CryptographicOperations.ZeroMemory(claro);
        return texto;
    }

    public void Dispose() => _aes.Dispose();

    // Names of tables and columns are short, a row's key is a few ids: 1 KB holds them all; anything longer is a mistake and throws.
    private const int EspacioDeAtadura = 1024;

    private ReadOnlySpan<byte> Atadura(Span<byte> espacio, Sitio sitio)
    {
        var campos = new Campos(espacio);
        campos.Agregar("sello");
        campos.Agregar(sitio.Tabla);
        campos.Agregar(sitio.Columna);
        campos.Agregar(sitio.Fila);
        campos.Agregar(_llave.Dueno);
        campos.Agregar((long)_llave.Clase);
        campos.Agregar(_llave.Version);
        return espacio[..campos.Bytes.Length];
    }
}

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce: <c>nonce (12) · tag (16) · ciphertext</c>.</summary>
internal static class Caja
{
    public const int Nonce = 12;
    public const int Etiqueta = 16;
    public const int Sobrante = Nonce + Etiqueta;

    public static void Cerrar(AesGcm aes, ReadOnlySpan<byte> claro, ReadOnlySpan<byte> atadura, Span<byte> destino)
    {
        RandomNumberGenerator.Fill(destino[..Nonce]);
        aes.Encrypt(destino[..Nonce], claro, destino[Sobrante..], destino[Nonce..Sobrante], atadura);
    }

    public static void Abrir(AesGcm aes, ReadOnlySpan<byte> cerrado, ReadOnlySpan<byte> atadura, Span<byte> claro) =>
        aes.Decrypt(cerrado[..Nonce], cerrado[Sobrante..], cerrado[Nonce..Sobrante], claro, atadura);
}
