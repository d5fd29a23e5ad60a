using System.Buffers.Binary;
using System.Text;

namespace Sintra.Expedientes.Anexos;

/// <summary>
/// MPEG-4 sound and video: boxes of the ISO base media format (ISO/IEC 14496-12, 4.2) that follow one another to the very end, the first of them
/// saying of which kind, and one with the index. So nothing else can stand behind.
/// </summary>
internal static class CajasDeMedios
{
    private const int MaximoDeCajas = 10_000;

    private static readonly string[] DeSonido = ["M4A ", "M4B ", "M4P "];
    private static readonly string[] DeVideo = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "mmp4"];

    public static Reconocido Reconocer(Stream contenido)
    {
        string? formato = null;
        var (lugar, hayIndice, cajas) = (0L, false, 0);
        while (lugar < contenido.Length)
        {
            if (++cajas > MaximoDeCajas || Leer(contenido, lugar) is not { } caja)
            {
                return new(formato, Reparo.Incompleto);
            }

            if (cajas == 1 && (formato = Clase(contenido, caja)) is null)
            {
                return new(null); // of the same family, and not one that is taken: .mov, .heic, .3gp
            }

            hayIndice |= caja.Tipo == "moov";
            lugar = caja.Fin;
        }

        return new(formato, hayIndice ? null : Reparo.Incompleto);
    }

    private static string? Clase(Stream contenido, Caja caja)
    {
        if (caja.Fin - caja.Cuerpo is < 8 or > 1024)
        {
            return null;
        }

        var marcas = new byte[caja.Fin - caja.Cuerpo];
        contenido.Position = caja.Cuerpo;
        contenido.ReadExactly(marcas);
        var principal = Encoding.ASCII.GetString(marcas, 0, 4);
        return DeSonido.Contains(principal) ? "m4a" : DeVideo.Contains(principal) ? "mp4" : null;
    }

    private static Caja? Leer(Stream contenido, long lugar)
    {
        Span<byte> cabeza = stackalloc byte[16];
        contenido.Position = lugar;
        var leidos = contenido.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false);
        if (leidos < 8)
        {
            return null;
        }

        var (largo, cuerpo) = ((long)BinaryPrimitives.ReadUInt32BigEndian(cabeza), 8);
        if (largo == 1)
        {
            (largo, cuerpo) = (leidos < 16 ? 0 : (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(cabeza[8..]), long.MaxValue), 16);
        }
        else if (largo == 0)
        {
            largo = contenido.Length - lugar; // to the end
        }

        return largo >= cuerpo && largo <= contenido.Length - lugar ? new(Encoding.ASCII.GetString(cabeza[4..8]), lugar + cuerpo, lugar + largo) : null;
    }

    private readonly record struct Caja(string Tipo, long Cuerpo, long Fin);
}
