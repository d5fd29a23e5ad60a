using System.Buffers.Binary;

namespace Sintra.Expedientes.Anexos;

/// <summary>MPEG audio, layer III (ISO/IEC 11172-3 2.4.1.3, ISO/IEC 13818-3): an ID3v2 tag or none, then frames that follow one another.</summary>
internal static class Mp3
{
    private const int Cabecera = 4;

    // What is not sound between the tag and the first frame: padding that some writers leave.
    private const int Holgura = 4096;

    private static readonly int[] KbpsDeMpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] KbpsDeMpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Hercios = [44_100, 48_000, 32_000];

    public static Reconocido Reconocer(Stream contenido)
    {
        Span<byte> cabeza = stackalloc byte[10];
        contenido.Position = 0;
        var conEtiqueta = contenido.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false) == cabeza.Length && cabeza.StartsWith("ID3"u8);
        var inicio = 0L;
        if (conEtiqueta)
        {
            if (cabeza[3] is < 2 or > 4 || (cabeza[6] | cabeza[7] | cabeza[8] | cabeza[9]) >= 0x80)
            {
                return new(null);
            }

            inicio = 10 + ((long)cabeza[6] << 21 | (long)cabeza[7] << 14 | (long)cabeza[8] << 7 | cabeza[9]);
        }

        return PrimerCuadro(contenido, inicio, conEtiqueta ? Holgura : 1) ? new("mp3") : conEtiqueta ? new("mp3", Reparo.Incompleto) : new(null);
    }

    private static bool PrimerCuadro(Stream contenido, long inicio, int holgura)
    {
        for (var lugar = inicio; lugar < inicio + holgura && lugar < contenido.Length; lugar++)
        {
            if (Largo(contenido, lugar) is { } largo && Largo(contenido, lugar + largo) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bytes of the frame that begins there; null when none does.</summary>
    private static int? Largo(Stream contenido, long lugar)
    {
        Span<byte> bytes = stackalloc byte[Cabecera];
        contenido.Position = lugar;
        if (contenido.ReadAtLeast(bytes, Cabecera, throwOnEndOfStream: false) < Cabecera)
        {
            return null;
        }

        var palabra = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var (sincronia, version, capa) = (palabra >> 21, palabra >> 19 & 3, palabra >> 17 & 3);
        var (indice, muestreo, relleno) = ((int)(palabra >> 12 & 15), (int)(palabra >> 10 & 3), (int)(palabra >> 9 & 1));
        if (sincronia != 0x7FF || version == 1 || capa != 1 || indice is 0 or 15 || muestreo == 3)
        {
            return null;
        }

        var esMpeg1 = version == 3;
        var hercios = Hercios[muestreo] / (esMpeg1 ? 1 : version == 2 ? 2 : 4);
        return ((esMpeg1 ? 144 : 72) * (esMpeg1 ? KbpsDeMpeg1 : KbpsDeMpeg2)[indice] * 1000 / hercios) + relleno;
    }
}
