using System.Buffers.Binary;
using System.Text;

namespace Sintra.Expedientes.Anexos;

/// <summary>A file of an archive, as its list of contents declares it.</summary>
/// <param name="Plegada">Bytes it takes in the archive.</param>
/// <param name="Desplegada">Bytes it says it has.</param>
/// <param name="Lugar">Where its own header begins.</param>
internal sealed record EntradaDeZip(string Nombre, bool Cifrada, int Metodo, long Plegada, long Desplegada, long Lugar)
{
    public const int SinPlegar = 0;
    public const int Deflate = 8;
}

/// <summary>
/// The list of contents of a ZIP (PKWARE APPNOTE 4.3.12 and 4.3.16), read without trusting it: it must end where the file ends, its files must fit
/// and not share bytes, which is how the smallest bombs are made (Fifield, «A better zip bomb», WOOT 2019).
/// </summary>
internal static class IndiceDeZip
{
    private const int MaximoDeEntradas = 10_000;
    private const int MaximoDeIndice = 8 * 1024 * 1024;
    private const int LargoDeFinal = 22;
    private const int LargoDeEntrada = 46;
    private const int LargoDeCabecera = 30;
    private const uint FirmaDeFinal = 0x06054B50;
    private const uint FirmaDeEntrada = 0x02014B50;
    private const uint FirmaDeCabecera = 0x04034B50;

    /// <returns>No entries, and why, when it is no archive that is taken.</returns>
    public static (IReadOnlyList<EntradaDeZip>? Entradas, Reparo Reparo) Leer(Stream contenido)
    {
        if (Final(contenido) is not { } final)
        {
            return (null, Reparo.Incompleto);
        }

        var cuantas = BinaryPrimitives.ReadUInt16LittleEndian(final.Bytes.AsSpan(10));
        var largo = BinaryPrimitives.ReadUInt32LittleEndian(final.Bytes.AsSpan(12));
        var lugar = BinaryPrimitives.ReadUInt32LittleEndian(final.Bytes.AsSpan(16));
        if (cuantas > MaximoDeEntradas || largo > MaximoDeIndice)
        {
            return (null, Reparo.Desmedido); // what has more than 65,534 files says 65,535 here
        }

        if (lugar + (long)largo != final.Lugar)
        {
            return (null, Reparo.Incompleto);
        }

        var indice = new byte[largo];
        contenido.Position = lugar;
        contenido.ReadExactly(indice);
        var entradas = Entradas(indice, cuantas);
        return entradas is null || !Caben(entradas, lugar) ? (null, Reparo.Incompleto) : (entradas, default);
    }

    /// <summary>Where the bytes of a file begin; null when its own header says otherwise than the list.</summary>
    public static long? Cuerpo(Stream contenido, EntradaDeZip entrada)
    {
        Span<byte> cabecera = stackalloc byte[LargoDeCabecera];
        contenido.Position = entrada.Lugar;
        return contenido.ReadAtLeast(cabecera, LargoDeCabecera, throwOnEndOfStream: false) == LargoDeCabecera
            && BinaryPrimitives.ReadUInt32LittleEndian(cabecera) == FirmaDeCabecera
            && BinaryPrimitives.ReadUInt16LittleEndian(cabecera[8..]) == entrada.Metodo
                ? entrada.Lugar + LargoDeCabecera + BinaryPrimitives.ReadUInt16LittleEndian(cabecera[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(cabecera[28..])
                : null;
    }

    private static (byte[] Bytes, long Lugar)? Final(Stream contenido)
    {
        var cola = new byte[Math.Min(contenido.Length, LargoDeFinal + ushort.MaxValue)];
        contenido.Position = contenido.Length - cola.Length;
        contenido.ReadExactly(cola);
        for (var i = cola.Length - LargoDeFinal; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(cola.AsSpan(i)) == FirmaDeFinal
                && i + LargoDeFinal + BinaryPrimitives.ReadUInt16LittleEndian(cola.AsSpan(i + 20)) == cola.Length)
            {
                return (cola[i..(i + LargoDeFinal)], contenido.Length - cola.Length + i);
            }
        }

        return null;
    }

    private static List<EntradaDeZip>? Entradas(ReadOnlySpan<byte> indice, int cuantas)
    {
        var entradas = new List<EntradaDeZip>(cuantas);
        while (entradas.Count < cuantas)
        {
            if (indice.Length < LargoDeEntrada || BinaryPrimitives.ReadUInt32LittleEndian(indice) != FirmaDeEntrada)
            {
                return null;
            }

            var nombre = BinaryPrimitives.ReadUInt16LittleEndian(indice[28..]);
            var todo = LargoDeEntrada + nombre + BinaryPrimitives.ReadUInt16LittleEndian(indice[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(indice[32..]);
            if (indice.Length < todo)
            {
                return null;
            }

            entradas.Add(new(
                Encoding.UTF8.GetString(indice.Slice(LargoDeEntrada, nombre)),
                (BinaryPrimitives.ReadUInt16LittleEndian(indice[8..]) & 1) != 0,
                BinaryPrimitives.ReadUInt16LittleEndian(indice[10..]),
                BinaryPrimitives.ReadUInt32LittleEndian(indice[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(indice[24..]),
                BinaryPrimitives.ReadUInt32LittleEndian(indice[42..])));
            indice = indice[todo..];
        }

        return indice.IsEmpty ? entradas : null;
    }

    private static bool Caben(List<EntradaDeZip> entradas, long fin)
    {
        var lleno = 0L;
        foreach (var entrada in entradas.OrderBy(e => e.Lugar))
        {
            if (entrada.Lugar < lleno || entrada.Metodo is not (EntradaDeZip.SinPlegar or EntradaDeZip.Deflate))
            {
                return false;
            }

            lleno = entrada.Lugar + LargoDeCabecera + Encoding.UTF8.GetByteCount(entrada.Nombre) + entrada.Plegada;
        }

        return lleno <= fin;
    }
}
