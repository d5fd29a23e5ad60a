using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Seguridad;

/// <summary>
/// No other site makes a browser do anything here: where the browser says who asks (<c>Sec-Fetch-Site</c>) it must be a page of ours, or nobody.
/// Razor Pages ask for their antiforgery token besides; every other endpoint that takes an unsafe verb is asked here, unless it says
/// <c>DisableAntiforgery()</c> (one that is not opened by a cookie, or that must serve a page older than the session).
/// </summary>
internal static class ExigirOrigen
{
    public static async Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        var metodo = contexto.Request.Method;
        if (HttpMethods.IsGet(metodo) || HttpMethods.IsHead(metodo) || HttpMethods.IsOptions(metodo) || HttpMethods.IsTrace(metodo))
        {
            await siguiente(contexto);
            return;
        }

        if (contexto.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none") || !await TraeFichaAsync(contexto))
        {
            contexto.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await siguiente(contexto);
    }

    private static async Task<bool> TraeFichaAsync(HttpContext contexto)
    {
        if (contexto.GetEndpoint() is not { } punto
            || punto.Metadata.GetMetadata<PageActionDescriptor>() is not null
            || punto.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false })
        {
            return true;
        }

        return await contexto.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(contexto);
    }
}
