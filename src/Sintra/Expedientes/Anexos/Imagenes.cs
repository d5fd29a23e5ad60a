using SkiaSharp;

namespace Sintra.Expedientes.Anexos;

/// <summary>
/// Draws an image anew: what is kept is what was seen, standing as its camera said, and nothing else of the file that came: no EXIF, no place,
/// no comments, nothing appended. Its size is read from its header first; one that is too large is never decoded.
/// </summary>
/// <remarks>One at a time in the whole process: a photograph of 40 megapixels takes 160 MB while it lasts, twice that when it must be turned.</remarks>
public sealed class Imagenes : IDisposable
{
    private const long MaximoDePixeles = 40_000_000;
    private const int MaximoDeLado = 16_383; // what WEBP admits
    private const int Calidad = 90;

    private readonly SemaphoreSlim _turno = new(1, 1);

    /// <param name="formato">jpg, png or webp: as what it came, and as what it is kept.</param>
    /// <returns>Null when all is well, and then it is in <paramref name="destino"/>.</returns>
    public async Task<Reparo?> DibujarAsync(Stream origen, string formato, Stream destino, CancellationToken ct)
    {
        await _turno.WaitAsync(ct);
        try
        {
            origen.Position = 0;
            return Dibujar(origen, formato, destino);
        }
        finally
        {
            _turno.Release();
        }
    }

    public void Dispose() => _turno.Dispose();

    private static Reparo? Dibujar(Stream origen, string formato, Stream destino)
    {
        // Closed before the file that it reads.
        using var codec = SKCodec.Create(new SKManagedStream(origen, disposeManagedStream: false));
        if (codec is null || codec.EncodedFormat != Codificado(formato))
        {
            return Reparo.Incompleto;
        }

        var (ancho, alto) = (codec.Info.Width, codec.Info.Height);
        if ((long)ancho * alto > MaximoDePixeles || ancho > MaximoDeLado || alto > MaximoDeLado)
        {
            return Reparo.Desmedido;
        }

        using var imagen = new SKBitmap(new SKImageInfo(ancho, alto, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(imagen.Info, imagen.GetPixels()) != SKCodecResult.Success)
        {
            return Reparo.Incompleto;
        }

        using var derecha = codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? null : Enderezar(imagen, codec.EncodedOrigin);
        return (derecha ?? imagen).Encode(destino, Codificado(formato), Calidad) ? null : Reparo.Incompleto;
    }

    private static SKEncodedImageFormat Codificado(string formato) => formato switch
    {
        "jpg" => SKEncodedImageFormat.Jpeg,
        "png" => SKEncodedImageFormat.Png,
        _ => SKEncodedImageFormat.Webp,
    };

    // The eight ways a camera may have been held (Exif 2.3, 4.6.4 A, Orientation).
    private static SKBitmap Enderezar(SKBitmap imagen, SKEncodedOrigin origen)
    {
        var (ancho, alto) = (imagen.Width, imagen.Height);
        var acostada = origen is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var derecha = new SKBitmap(imagen.Info.WithSize(acostada ? alto : ancho, acostada ? ancho : alto));
        using var lienzo = new SKCanvas(derecha);
        lienzo.Clear();
        lienzo.SetMatrix(origen switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, ancho, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, ancho, 0, -1, alto, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, alto, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, alto, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, alto, -1, 0, ancho, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, ancho, 0, 0, 1),
        });
        lienzo.DrawBitmap(imagen, 0, 0, SKSamplingOptions.Default);
        return derecha;
    }
}
