using Microsoft.AspNetCore.Localization;

namespace Sintra.Web.Cara;

/// <summary>The language a person chose for menus and messages; data is never translated.</summary>
internal static class Idioma
{
    /// <summary>Null: nobody chose, the house's own.</summary>
    public static ProviderCultureResult? Elegido(HttpRequest peticion) =>
        peticion.Cookies[Cookie(peticion)] == "en" ? new(CaraServicios.CulturaDeDatos, "en") : null;

    public static void Elegir(HttpContext contexto, string idioma) =>
        contexto.Response.Cookies.Append(Cookie(contexto.Request), idioma == "en" ? "en" : "es", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = contexto.Request.IsHttps,
        });

    private static string Cookie(HttpRequest peticion) => peticion.IsHttps ? "__Host-idioma" : "idioma";
}
