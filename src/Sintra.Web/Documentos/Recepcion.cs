using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Sintra.Expedientes.Anexos;

namespace Sintra.Web.Documentos;

/// <summary>
/// Reads the form of a page that brings a document, part by part, once who sends it may be on that page: fields as any form's, the document
/// sealed as it arrives. What is somewhat too large is read to its end and let go, so that the page can say so beside its field; what is far too
/// large is not read at all (413).
/// </summary>
internal static class Recepcion
{
    /// <summary>Beyond this nothing is read: a browser that sent it would not hear the answer anyway.</summary>
    public const long MaximoDelCuerpo = (2 * OpcionesDeAnexos.MaximoDeBytes) + (1024 * 1024);

    private const int MaximoDeCampos = 100;
    private const int MaximoDeCampo = 16 * 1024;
    private const int MaximoDeFrontera = 70; // RFC 2046, 5.1.1

    public static async Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        if (contexto.GetEndpoint()?.Metadata.GetMetadata<RecibeArchivoAttribute>() is not { } recibe || Frontera(contexto.Request) is not { } frontera)
        {
            await siguiente(contexto);
            return;
        }

        if (contexto.Request.ContentLength > MaximoDelCuerpo)
        {
            Rechazar(contexto, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (contexto.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limite)
        {
            limite.MaxRequestBodySize = MaximoDelCuerpo;
        }

        try
        {
            await LeerAsync(contexto, recibe.Campo, frontera);
        }
        catch (BadHttpRequestException causa)
        {
            Rechazar(contexto, causa.StatusCode);
            return;
        }
        catch (Exception causa) when (causa is InvalidDataException or IOException)
        {
            Rechazar(contexto, StatusCodes.Status400BadRequest);
            return;
        }

        await siguiente(contexto);
    }

    // The page that says so in words runs with the same request, of which nothing more can be read.
    private static void Rechazar(HttpContext contexto, int codigo)
    {
        contexto.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        contexto.Response.StatusCode = codigo;
    }

    private static string? Frontera(HttpRequest peticion) =>
        HttpMethods.IsPost(peticion.Method)
        && MediaTypeHeaderValue.TryParse(peticion.ContentType, out var tipo)
        && tipo.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(tipo.Boundary) is { Length: > 0 and <= MaximoDeFrontera } frontera
            ? frontera.Value
            : null;

    private static async Task LeerAsync(HttpContext contexto, string campoDelArchivo, string frontera)
    {
        var ct = contexto.RequestAborted;
        var campos = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var (partes, archivo) = (0, ArchivoRecibido.Ninguno);
        var lector = new MultipartReader(frontera, contexto.Request.Body);
        while (await lector.ReadNextSectionAsync(ct) is { } parte)
        {
            if (++partes > MaximoDeCampos || !ContentDispositionHeaderValue.TryParse(parte.ContentDisposition, out var que) || !que.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException("Not a form of the house.");
            }

            var nombre = HeaderUtilities.RemoveQuotes(que.Name).ToString();
            if (que.FileName.HasValue || que.FileNameStar.HasValue)
            {
                if (nombre != campoDelArchivo || archivo != ArchivoRecibido.Ninguno)
                {
                    throw new InvalidDataException("A document that nobody asked for.");
                }

                archivo = await RecibirAsync(contexto, que, parte.Body, ct);
            }
            else
            {
                campos[nombre] = StringValues.Concat(campos.GetValueOrDefault(nombre), await TextoAsync(parte.Body, ct));
            }
        }

        contexto.Features.Set(archivo);
        contexto.Features.Set<IFormFeature>(new FormFeature(new FormCollection(campos)));
    }

    private static async Task<ArchivoRecibido> RecibirAsync(HttpContext contexto, ContentDispositionHeaderValue que, Stream cuerpo, CancellationToken ct)
    {
        var directorio = contexto.RequestServices.GetRequiredService<DirectorioDeDatos>();
        var contenido = await ArchivoEnTransito.RecibirAsync(cuerpo, OpcionesDeAnexos.MaximoDeBytes, directorio, ct);
        if (contenido is not null)
        {
            contexto.Response.RegisterForDisposeAsync(contenido);
        }

        var nombre = HeaderUtilities.RemoveQuotes(que.FileNameStar.HasValue ? que.FileNameStar : que.FileName).ToString();
        return new(contenido, nombre, contenido is null);
    }

    private static async Task<string> TextoAsync(Stream cuerpo, CancellationToken ct)
    {
        var bytes = new byte[MaximoDeCampo + 1];
        var largo = await cuerpo.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return largo <= MaximoDeCampo ? Encoding.UTF8.GetString(bytes, 0, largo) : throw new InvalidDataException("A field beyond its limit.");
    }
}
