using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sintra.Comun.Sellos;

/// <summary>Where a sealed value stands. A value moved to another row or column does not open.</summary>
/// <param name="Fila">The row's key as text.</param>
public readonly record struct Sitio(string Tabla, string Columna, string Fila);

/// <summary>
/// Envelope encryption: AES-256-GCM with one data key an owner, wrapped by the ring. Whoever closes or opens more than one value
/// of an owner takes <see cref="AbrirLlave"/> and unwraps once.
/// </summary>
public sealed class Sellos(Llavero llavero)
{
    private const int LargoDeLlave = 32;

    /// <summary>Makes a data key, already wrapped, to be stored in the same transaction as what it closes.</summary>
    public LlaveDeDatos NuevaLlave(Guid dueno, ClaseDeLlave clase, int version = 1)
    {
        Span<byte> clara = stackalloc byte[LargoDeLlave];
        RandomNumberGenerator.Fill(clara);
        var kek = llavero.Vigente(UsoDeLlave.Envolver);
        var llave = new LlaveDeDatos
        {
            Dueno = dueno,
            Clase = clase,
            Version = version,
            LlaveDelLlavero = kek.Id,
            Envuelta = Envolver(kek, clara, dueno, clase, version),
        };
        CryptographicOperations.ZeroMemory(clara);
        return llave;
    }

    /// <summary>Wraps a data key again under the ring's newest key. What it closes is not touched.</summary>
    /// <exception cref="CryptographicException">The row is damaged, or its key of the ring is missing.</exception>
    public void Reenvolver(LlaveDeDatos llave)
    {
        Span<byte> clara = stackalloc byte[LargoDeLlave];
        Desenvolver(llave, clara);
        var kek = llavero.Vigente(UsoDeLlave.Envolver);
        llave.Envuelta = Envolver(kek, clara, llave.Dueno, llave.Clase, llave.Version);
        llave.LlaveDelLlavero = kek.Id;
        CryptographicOperations.ZeroMemory(clara);
    }

    /// <summary>Unwraps a data key for several seals; dispose it when the use case ends.</summary>
    /// <exception cref="CryptographicException">The row is damaged, or its key of the ring is missing.</exception>
    public LlaveAbierta AbrirLlave(LlaveDeDatos llave)
    {
        Span<byte> clara = stackalloc byte[LargoDeLlave];
        Desenvolver(llave, clara);
        var abierta = new LlaveAbierta(llave, clara);
        CryptographicOperations.ZeroMemory(clara);
        return abierta;
    }

    public byte[] Sellar(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> claro)
    {
        using var abierta = AbrirLlave(llave);
        return abierta.Sellar(sitio, claro);
    }

    public byte[] Sellar(LlaveDeDatos llave, Sitio sitio, string claro)
    {
        using var abierta = AbrirLlave(llave);
        return abierta.Sellar(sitio, claro);
    }

    /// <exception cref="CryptographicException">Not this key, not this place, or not what was written.</exception>
    public byte[] Abrir(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> sellado)
    {
        using var abierta = AbrirLlave(llave);
        return abierta.Abrir(sitio, sellado);
    }

    /// <exception cref="CryptographicException">Not this key, not this place, or not what was written.</exception>
    public string AbrirTexto(LlaveDeDatos llave, Sitio sitio, ReadOnlySpan<byte> sellado)
    {
        using var abierta = AbrirLlave(llave);
        return abierta.AbrirTexto(sitio, sellado);
    }

    /// <summary>Blind token of a normalised value: HMAC-SHA-256 cut to 64 bits, its key's id beside it in the row.</summary>
    public (int Llave, long Valor) Testigo(string tipo, string valor) => Testigo(llavero.Vigente(UsoDeLlave.Testigos), tipo, valor);

    /// <summary>The token under every key of the ring: rows that wait to be made again under the newest are found meanwhile.</summary>
    public IEnumerable<(int Llave, long Valor)> Testigos(string tipo, string valor) => llavero.De(UsoDeLlave.Testigos).Select(llave => Testigo(llave, tipo, valor));

    private static (int Llave, long Valor) Testigo(LlaveDelLlavero llave, string tipo, string valor)
    {
        var bytes = new byte[Campos.Espacio(tipo) + Campos.Espacio(valor)];
        var campos = new Campos(bytes);
        campos.Agregar(tipo);
        campos.Agregar(valor);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(llave.Material, campos.Bytes, mac);
        CryptographicOperations.ZeroMemory(bytes);
        return (llave.Id, BinaryPrimitives.ReadInt64BigEndian(mac));
    }

    private static byte[] Envolver(LlaveDelLlavero kek, ReadOnlySpan<byte> clara, Guid dueno, ClaseDeLlave clase, int version)
    {
        Span<byte> espacio = stackalloc byte[EspacioDeAtadura];
        var envuelta = new byte[Caja.Sobrante + LargoDeLlave];
        using var aes = new AesGcm(kek.Material, Caja.Etiqueta);
        Caja.Cerrar(aes, clara, Atadura(espacio, dueno, clase, version), envuelta);
        return envuelta;
    }

    private void Desenvolver(LlaveDeDatos llave, Span<byte> clara)
    {
        if (llave.Envuelta.Length != Caja.Sobrante + LargoDeLlave)
        {
            throw new CryptographicException("Not a wrapped data key.");
        }

        Span<byte> espacio = stackalloc byte[EspacioDeAtadura];
        using var aes = new AesGcm(llavero.Buscar(UsoDeLlave.Envolver, llave.LlaveDelLlavero).Material, Caja.Etiqueta);
        Caja.Abrir(aes, llave.Envuelta, Atadura(espacio, llave.Dueno, llave.Clase, llave.Version), clara);
    }

    private const int EspacioDeAtadura = 96;

    private static ReadOnlySpan<byte> Atadura(Span<byte> espacio, Guid dueno, ClaseDeLlave clase, int version)
    {
        var campos = new Campos(espacio);
        campos.Agregar("llave_de_datos");
        campos.Agregar(dueno);
        campos.Agregar((long)clase);
        campos.Agregar(version);
        return espacio[..campos.Bytes.Length];
    }
}
