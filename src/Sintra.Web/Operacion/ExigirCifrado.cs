using System.Net;

namespace Sintra.Web.Operacion;

/// <summary>
/// Behind a proxy the port itself speaks in clear: whoever comes to it directly, or whom the proxy served in clear, is turned away.
/// Health checks say nothing that needs hiding.
/// </summary>
internal static class ExigirCifrado
{
    public static Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        // Already the client's own address and scheme where the proxy is one of the named.
        var remota = contexto.Connection.RemoteIpAddress;
        if (contexto.Request.IsHttps || remota is null || IPAddress.IsLoopback(remota) || contexto.Request.Path.StartsWithSegments(Salud.Raiz))
        {
            return siguiente(contexto);
        }

        contexto.Response.StatusCode = StatusCodes.Status403Forbidden;
        contexto.Response.ContentType = "text/plain; charset=utf-8";
        return contexto.Response.WriteAsync("SINTRA se usa solamente con https://");
    }
}
