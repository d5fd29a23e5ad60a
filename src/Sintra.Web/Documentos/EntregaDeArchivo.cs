using Microsoft.Net.Http.Headers;
using Sintra.Expedientes.Anexos;

namespace Sintra.Web.Documentos;

/// <summary>
/// Sends a document, piece by piece, to be kept by whoever asked and shown by no page: as an attachment, of no type that a browser would run, in
/// a sandbox if one showed it all the same. A piece that does not open cuts the answer, which is then shorter than it said it would be.
/// </summary>
public sealed class EntregaDeArchivo(AdjuntoPorEntregar adjunto) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (respuesta, ct) = (httpContext.Response, httpContext.RequestAborted);
        httpContext.Features.Set(new SinPagina());
        var disposicion = new ContentDispositionHeaderValue("attachment");
        disposicion.SetHttpFileName(adjunto.Nombre);
        respuesta.ContentType = "application/octet-stream";
        respuesta.Headers.ContentDisposition = disposicion.ToString();
        respuesta.ContentLength = adjunto.Bytes;
        await foreach (var trozo in adjunto.Trozos.WithCancellation(ct))
        {
            await respuesta.Body.WriteAsync(trozo, ct);
        }
    }
}
