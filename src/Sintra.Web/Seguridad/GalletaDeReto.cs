using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>The cookie that names the challenge a passkey of this browser has to sign: as hard as the session's, and short.</summary>
internal static class GalletaDeReto
{
    public static void Poner(HttpContext contexto, SecretoOpaco secreto) =>
        contexto.Response.Cookies.Append(Nombre(contexto), secreto.Texto, Opciones(contexto, RetoDeLlave.Vigencia));

    /// <summary>Its value, and it is gone: an answer is given once.</summary>
    public static string? Tomar(HttpContext contexto)
    {
        if (contexto.Request.Cookies[Nombre(contexto)] is not { } valor)
        {
            return null;
        }

        contexto.Response.Cookies.Delete(Nombre(contexto), Opciones(contexto, null));
        return valor;
    }

    private static string Nombre(HttpContext contexto) => Galleta.Prefijo(contexto.Request.IsHttps) + "sintra-reto";

    private static CookieOptions Opciones(HttpContext contexto, TimeSpan? vigencia) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = vigencia,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = contexto.Request.IsHttps,
    };
}
