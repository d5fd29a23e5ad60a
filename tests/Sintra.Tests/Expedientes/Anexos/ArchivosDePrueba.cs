using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>Documents of every kind, made on the spot, and what hostile or careless people would send.</summary>
internal static class ArchivosDePrueba
{
    public const string MarcaDeLugar = "LUGARDELAFOTO";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] De(string formato) => formato switch
    {
        "pdf" => Pdf(),
        "jpg" => Imagen(SKEncodedImageFormat.Jpeg),
        "png" => Imagen(SKEncodedImageFormat.Png),
        "webp" => Imagen(SKEncodedImageFormat.Webp),
        "docx" => Docx(),
        "xlsx" => Paquete(Excel, ("xl/workbook.xml", "<workbook/>")),
        "mp3" => Mp3(),
        "m4a" => Medios("M4A "),
        _ => Medios("isom"),
    };

    /// <param name="relleno">Bytes of noise, so that it takes several pieces.</param>
    public static byte[] Pdf(string objeto = "<< /Type /Catalog >>", int relleno = 0) =>
        [.. Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n{objeto}\nendobj\n%"), .. Ruido(relleno), .. Encoding.ASCII.GetBytes("\ntrailer << /Root 1 0 R >>\n%%EOF\n")];

    public static byte[] Docx(params (string Nombre, string Texto)[] otros) => Paquete(Word, [("word/document.xml", "<w:document/>"), .. otros]);

    public static byte[] Paquete(string tipo, params (string Nombre, string Texto)[] archivos)
    {
        var salida = new MemoryStream();
        using (var zip = new ZipArchive(salida, ZipArchiveMode.Create))
        {
            foreach (var (nombre, texto) in archivos.Prepend(("[Content_Types].xml", $"<Types><Override ContentType=\"{tipo}\"/></Types>")))
            {
                var entrada = zip.CreateEntry(nombre, CompressionLevel.Fastest);
                entrada.LastWriteTime = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero); // the same bytes each time
                using var escritor = new StreamWriter(entrada.Open());
                escritor.Write(texto);
            }
        }

        return salida.ToArray();
    }

    /// <summary>30 MB of nothing in some kilobytes.</summary>
    public static byte[] DocxBomba() => Docx(("word/media/nada.xml", new string(' ', 30 * 1024 * 1024)));

    public static byte[] Imagen(SKEncodedImageFormat formato, int ancho = 30, int alto = 20)
    {
        using var imagen = new SKBitmap(ancho, alto);
        imagen.Erase(SKColors.White);
        imagen.Erase(SKColors.Red, SKRectI.Create(0, 0, ancho / 2, alto)); // red on the left, as the camera held it
        using var datos = imagen.Encode(formato, 95);
        return datos.ToArray();
    }

    /// <summary>A photograph taken with the camera on its side (orientation 6), with where it was taken, and something behind its end.</summary>
    public static byte[] FotoConLugar()
    {
        var foto = Imagen(SKEncodedImageFormat.Jpeg);
        byte[] tiff =
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 2,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, // Orientation = 6
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, // GPS IFD
            0, 0, 0, 0,
            0, 1, 0x00, 0x1B, 0, 7, 0, 0, 0, (byte)MarcaDeLugar.Length, 0, 0, 0, 56, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(MarcaDeLugar),
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [foto[0], foto[1], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. foto[2..], .. Encoding.ASCII.GetBytes("PK-algo-detras-" + MarcaDeLugar)];
    }

    /// <summary>It says that it has 400 megapixels, and has some bytes.</summary>
    public static byte[] PngDesmedido() => Png(20_000, 20_000);

    public static byte[] Mp3()
    {
        var cuadro = new byte[417]; // 128 kbit/s at 44.1 kHz
        (cuadro[0], cuadro[1], cuadro[2]) = (0xFF, 0xFB, 0x90);
        return [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, .. cuadro, .. cuadro, .. cuadro];
    }

    public static byte[] Medios(string marca) => [.. Caja("ftyp", [.. Encoding.ASCII.GetBytes(marca), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(marca)]), .. Caja("moov", new byte[16]), .. Caja("mdat", new byte[64])];

    public static byte[] Programa() => [.. "MZ"u8, .. Ruido(300)];

    /// <summary>The same each time: a test of bytes needs no chance.</summary>
    public static byte[] Ruido(int cuantos) => [.. Enumerable.Range(0, cuantos).Select(i => (byte)((i * 31 + (i >> 8) * 17) % 251 | 0x80))];

    private static byte[] Caja(string tipo, byte[] cuerpo)
    {
        var largo = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(largo, cuerpo.Length + 8);
        return [.. largo, .. Encoding.ASCII.GetBytes(tipo), .. cuerpo];
    }

    private static byte[] Png(int ancho, int alto)
    {
        var cabecera = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(cabecera, ancho);
        BinaryPrimitives.WriteInt32BigEndian(cabecera.AsSpan(4), alto);
        (cabecera[8], cabecera[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Trozo("IHDR", cabecera), .. Trozo("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1]), .. Trozo("IEND", [])];
    }

    private static byte[] Trozo(string tipo, byte[] datos)
    {
        byte[] cuerpo = [.. Encoding.ASCII.GetBytes(tipo), .. datos];
        var (largo, suma) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(largo, datos.Length);
        BinaryPrimitives.WriteUInt32BigEndian(suma, Crc(cuerpo));
        return [.. largo, .. cuerpo, .. suma];
    }

    private static uint Crc(byte[] datos)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in datos)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
