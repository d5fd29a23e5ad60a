namespace Sintra.Web.Seguridad;

/// <summary>
/// The cookie that names a session: opaque, out of reach of scripts, never sent from another site.
/// Under TLS it carries the <c>__Host-</c> prefix, so that no other host of the domain can plant one; in clear (loopback) a browser would refuse it.
/// </summary>
internal static class Galleta
{
    public static string Nombre(bool segura) => Prefijo(segura) + "sintra";

    public static string Prefijo(bool segura) => segura ? "__Host-" : "";

    /// <summary>Only the name that belongs to the request's scheme is read: a plain cookie planted in clear opens nothing under TLS.</summary>
    public static string? Leer(HttpContext contexto) => contexto.Request.Cookies[Nombre(contexto.Request.IsHttps)];

    public static void Poner(HttpContext contexto, string secreto) =>
        contexto.Response.Cookies.Append(Nombre(contexto.Request.IsHttps), secreto, Opciones(contexto));

    public static void Quitar(HttpContext contexto) =>
        contexto.Response.Cookies.Delete(Nombre(contexto.Request.IsHttps), Opciones(contexto));

    private static CookieOptions Opciones(HttpContext contexto) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = contexto.Request.IsHttps,
    };
}
