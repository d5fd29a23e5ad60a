using System.Buffers;
using System.Security.Cryptography;

namespace Sintra.Comun.Bitacora;

/// <summary>
/// What chains one line of the log to the line before it: HMAC-SHA-256 over the previous MAC, lane, position, moment in microseconds,
/// account, fact, file and data, each behind its length.
/// </summary>
internal static class Cadena
{
    private const int EspacioFijo = 160;
    private const int EnLaPila = 1024;

    public static byte[] Mac(byte[] llave, byte[] anterior, Asiento asiento)
    {
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        Calcular(llave, anterior, asiento, mac);
        return mac;
    }

    public static bool Corresponde(byte[] llave, byte[] anterior, Asiento asiento)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Calcular(llave, anterior, asiento, mac);
        return CryptographicOperations.FixedTimeEquals(mac, asiento.Mac);
    }

    /// <summary>What reading a line throws whose columns hold something that is not even of their type.</summary>
    public static bool EsIlegible(Exception causa) => causa is FormatException or InvalidCastException or InvalidOperationException or OverflowException;

    private static void Calcular(byte[] llave, byte[] anterior, Asiento asiento, Span<byte> mac)
    {
        var largo = EspacioFijo + Campos.Espacio(asiento.Suceso) + Campos.Espacio(asiento.Datos);
        var prestado = largo > EnLaPila ? ArrayPool<byte>.Shared.Rent(largo) : null;
        var campos = new Campos(prestado ?? stackalloc byte[EnLaPila]);
        campos.Agregar(anterior);
        campos.Agregar(asiento.Carril);
        campos.Agregar(asiento.N);
        campos.Agregar((asiento.En.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        campos.Agregar(asiento.Cuenta.Valor);
        campos.Agregar(asiento.Suceso);
        campos.Agregar(asiento.Expediente?.Valor);
        campos.Agregar(asiento.Datos);
        HMACSHA256.HashData(llave, campos.Bytes, mac);

        if (prestado is not null)
        {
            ArrayPool<byte>.Shared.Return(prestado);
        }
    }
}
