namespace Sintra.Expedientes.Anexos;

/// <summary>What a document is, by what is in it.</summary>
/// <param name="Formato">One of <see cref="Reconocedor.Formatos"/>; null when it is none of them.</param>
/// <param name="Reparo">Why one of them is not taken; null when it is.</param>
public sealed record Reconocido(string? Formato, Reparo? Reparo = null);

/// <summary>What a document of a known format may not have.</summary>
public enum Reparo
{
    /// <summary>It begins as one of its format and does not go on as one, or ends too soon.</summary>
    Incompleto,

    /// <summary>It asks for a password.</summary>
    Cifrado,

    /// <summary>Macros, scripts or orders to run programs.</summary>
    ConProgramas,

    /// <summary>Unfolded it would be far larger than it looks.</summary>
    Desmedido,

    /// <summary>It carries other archives, or names that lead out of its folder.</summary>
    ConArchivosDentro,
}

/// <summary>
/// Tells the format of a document by its first bytes and its structure; its name and what the browser declares are never asked.
/// Nothing is unfolded nor decoded for it, but for the table of contents of an Office package, within a limit.
/// </summary>
public static class Reconocedor
{
    /// <summary>What is taken, as people call it.</summary>
    public const string EnPalabras = "PDF, JPG, PNG, WEBP, DOCX, XLSX, MP3, M4A, MP4";

    public static readonly IReadOnlyList<string> Formatos = ["pdf", "jpg", "png", "webp", "docx", "xlsx", "mp3", "m4a", "mp4"];

    /// <summary>Those that are decoded and encoded anew before they are kept.</summary>
    public static bool EsImagen(string formato) => formato is "jpg" or "png" or "webp";

    /// <summary>Whether a name agrees with what the document is; one without an extension does.</summary>
    public static bool Concuerda(string nombre, string formato) => Path.GetExtension(nombre).ToLowerInvariant() switch
    {
        "" or "." => true,
        ".jpg" or ".jpeg" or ".jpe" or ".jfif" => formato == "jpg",
        ".m4a" or ".mp4" or ".m4v" => formato is "m4a" or "mp4", // one container; which of the two is the writer's word
        var otra => otra == "." + formato,
    };

    /// <param name="contenido">Can be read from anywhere.</param>
    public static Reconocido Reconocer(Stream contenido)
    {
        Span<byte> cabeza = stackalloc byte[16];
        contenido.Position = 0;
        var hay = cabeza[..contenido.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false)];

        return hay switch
        {
            _ when hay.StartsWith("%PDF-"u8) => new("pdf", Pdf.Revisar(contenido)),
            [0xFF, 0xD8, 0xFF, ..] => new("jpg"),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => new("png"),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new("webp"),
            [(byte)'P', (byte)'K', 3, 4, ..] => PaqueteDeOficina.Reconocer(contenido),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => CajasDeMedios.Reconocer(contenido),
            [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, >= 0xE0, ..] => Mp3.Reconocer(contenido),
            _ => new(null),
        };
    }
}
