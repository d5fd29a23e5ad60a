using System.Globalization;

namespace Sintra.Web.Seguridad;

/// <summary>Headers of every answer, errors and static files included: they are written when the answer starts, after whoever may have cleared them.</summary>
internal static class Cabeceras
{
    public const string Csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";

    /// <summary>Of what somebody else wrote and is not a page: opened by mistake, it runs nothing and reaches nothing.</summary>
    public const string CspDeArchivo = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private const string Permisos = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private static readonly TimeSpan Hsts = TimeSpan.FromDays(365);

    public static Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        contexto.Response.OnStarting(Poner, contexto);
        return siguiente(contexto);
    }

    private static Task Poner(object estado)
    {
        var contexto = (HttpContext)estado;
        var cabeceras = contexto.Response.Headers;
        cabeceras.ContentSecurityPolicy = contexto.Features.Get<SinPagina>() is null ? Csp : CspDeArchivo;
        cabeceras.XContentTypeOptions = "nosniff";
        cabeceras.XFrameOptions = "DENY";
        cabeceras["Referrer-Policy"] = "no-referrer";
        cabeceras["Permissions-Policy"] = Permisos;
        cabeceras["Cross-Origin-Opener-Policy"] = "same-origin";
        cabeceras["Cross-Origin-Resource-Policy"] = "same-origin";

        // Whoever serves a static file has said how long it keeps; everything else is nobody's to keep.
        if (cabeceras.CacheControl.Count == 0)
        {
            cabeceras.CacheControl = "no-cache, no-store";
        }

        // Not for this machine's own names: the browser would apply it to every other program on localhost.
        if (contexto.Request.IsHttps && !EsDeEsteEquipo(contexto.Request.Host))
        {
            cabeceras.StrictTransportSecurity = string.Create(CultureInfo.InvariantCulture, $"max-age={Hsts.TotalSeconds:0}; includeSubDomains");
        }

        return Task.CompletedTask;
    }

    private static bool EsDeEsteEquipo(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";
}

/// <summary>This answer is a document that somebody brought, not a page of the house.</summary>
internal sealed class SinPagina;
