using System.Text;

namespace Sintra.Expedientes.Anexos;

/// <summary>
/// What can be told of a PDF without interpreting it: that it ends as one, that its trailer does not encrypt it, and that no name written in
/// clear in it runs anything (ISO 32000-1: names at 7.3.5, encryption at 7.6, actions at 12.6.4). What stands inside compressed object streams is not looked at.
/// </summary>
internal static class Pdf
{
    private const int Pieza = 64 * 1024;
    private const int LargoDeNombre = 96; // of up to 32 characters, each written as «#xx»
    private const int Cola = 2048;

    private static readonly string[] Programas = ["JavaScript", "Launch", "ImportData", "RichMedia"];

    public static Reparo? Revisar(Stream contenido)
    {
        if (!TieneFinal(contenido))
        {
            return Reparo.Incompleto;
        }

        // A name that falls on the edge of two pieces is read whole in the second.
        var pieza = new byte[Pieza];
        var (guardados, desde) = (0, 0L);
        contenido.Position = 0;
        int leidos;
        while ((leidos = contenido.ReadAtLeast(pieza.AsSpan(guardados), pieza.Length - guardados, throwOnEndOfStream: false)) > 0)
        {
            var hay = pieza.AsSpan(0, guardados + leidos);
            desde += leidos;
            var ultima = desde >= contenido.Length;
            if (Revisar(hay, ultima) is { } reparo)
            {
                return reparo;
            }

            guardados = Math.Min(hay.Length, LargoDeNombre + 1);
            hay[^guardados..].CopyTo(pieza);
        }

        return null;
    }

    private static Reparo? Revisar(ReadOnlySpan<byte> hay, bool ultima)
    {
        for (var i = 0; (i = Siguiente(hay, i)) >= 0; i++)
        {
            if (hay.Length - i <= LargoDeNombre && !ultima)
            {
                return null; // the next piece begins with it
            }

            var nombre = Nombre(hay[(i + 1)..]);
            if (nombre == "Encrypt")
            {
                return Reparo.Cifrado;
            }

            if (Programas.Contains(nombre))
            {
                return Reparo.ConProgramas;
            }
        }

        return null;
    }

    private static int Siguiente(ReadOnlySpan<byte> hay, int desde) =>
        desde < hay.Length && hay[desde..].IndexOf((byte)'/') is var lugar and >= 0 ? desde + lugar : -1;

    // «/Java#53cript» is «/JavaScript».
    private static string Nombre(ReadOnlySpan<byte> hay)
    {
        var nombre = new StringBuilder(16);
        for (var i = 0; i < hay.Length && nombre.Length < LargoDeNombre / 3 && !EsDelimitador(hay[i]); i++)
        {
            if (hay[i] == '#' && i + 2 < hay.Length && Hexadecimal(hay[i + 1], hay[i + 2]) is { } letra)
            {
                nombre.Append(letra);
                i += 2;
            }
            else
            {
                nombre.Append((char)hay[i]);
            }
        }

        return nombre.ToString();
    }

    private static char? Hexadecimal(byte alto, byte bajo) =>
        char.IsAsciiHexDigit((char)alto) && char.IsAsciiHexDigit((char)bajo) ? (char)Convert.FromHexString([(char)alto, (char)bajo])[0] : null;

    private static bool EsDelimitador(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32 || "()<>[]{}/%"u8.Contains(b);

    private static bool TieneFinal(Stream contenido)
    {
        Span<byte> cola = stackalloc byte[Cola];
        contenido.Position = Math.Max(0, contenido.Length - Cola);
        var hay = cola[..contenido.ReadAtLeast(cola, Cola, throwOnEndOfStream: false)];
        return hay.IndexOf("%%EOF"u8) >= 0;
    }
}
