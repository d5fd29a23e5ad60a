using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Sintra.Web.Cara;

/// <summary>
/// Serves wwwroot: under a fingerprint for ever and compressed as well as can be, once for all requests;
/// by its plain address too, where a browser asks each time whether it changed.
/// </summary>
internal static class UsoDeEstaticos
{
    private static readonly string[] DeTexto = [".css", ".js", ".svg"];

    public static void UseEstaticos(this WebApplication app)
    {
        var estaticos = app.Services.GetRequiredService<Estaticos>();
        var comprimidos = new ConcurrentDictionary<string, byte[]>();
        var tipos = new FileExtensionContentTypeProvider();

        app.Map("/e", rama =>
        {
            rama.Use((contexto, siguiente) =>
            {
                if (contexto.Request.Path.Value?.Split('/', 3) is not [_, var huella, var ruta])
                {
                    contexto.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }

                // Another node, or the version of a minute ago, may have written the page: its style sheet is served, and not kept.
                contexto.Request.Path = "/" + ruta;
                var deHoy = estaticos.EsDeHoy(huella);
                contexto.Items[typeof(Estaticos)] = deHoy;
                return deHoy && Comprimible(contexto.Request, app.Environment.WebRootFileProvider) is { } archivo
                    ? EnviarAsync(contexto, comprimidos.GetOrAdd(ruta, _ => Comprimir(archivo)), tipos.Mappings[Path.GetExtension(ruta)])
                    : siguiente(contexto);
            });
            rama.UseStaticFiles(Guardando(contexto => contexto.Items[typeof(Estaticos)] is true));
        });
        app.UseStaticFiles(Guardando(_ => false));
    }

    private const string ParaSiempre = "public, max-age=31536000, immutable";

    private static StaticFileOptions Guardando(Func<HttpContext, bool> paraSiempre) => new()
    {
        OnPrepareResponse = respuesta => respuesta.Context.Response.Headers.CacheControl = paraSiempre(respuesta.Context) ? ParaSiempre : "no-cache",
    };

    private static IFileInfo? Comprimible(HttpRequest peticion, IFileProvider raiz) =>
        HttpMethods.IsGet(peticion.Method)
        && DeTexto.Contains(Path.GetExtension(peticion.Path.Value))
        && peticion.GetTypedHeaders().AcceptEncoding.Any(c => c.Value == "br" && c.Quality is not 0)
        && raiz.GetFileInfo(peticion.Path.Value!) is { Exists: true } archivo ? archivo : null;

    private static async Task EnviarAsync(HttpContext contexto, byte[] contenido, string tipo)
    {
        var cabeceras = contexto.Response.Headers;
        (cabeceras.ContentEncoding, cabeceras.Vary, cabeceras.CacheControl) = ("br", "Accept-Encoding", ParaSiempre);
        (contexto.Response.ContentType, contexto.Response.ContentLength) = (tipo, contenido.Length);
        await contexto.Response.Body.WriteAsync(contenido, contexto.RequestAborted);
    }

    // Not per request: half a second for the largest, half the bytes of what a request could afford.
    private static byte[] Comprimir(IFileInfo archivo)
    {
        using var entrada = archivo.CreateReadStream();
        using var salida = new MemoryStream();
        using (var brotli = new BrotliStream(salida, CompressionLevel.SmallestSize))
        {
            entrada.CopyTo(brotli);
        }

        return salida.ToArray();
    }
}
