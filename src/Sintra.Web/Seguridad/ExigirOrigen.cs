using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Seguridad;

/// <summary>
/// No other site makes a browser do anything here. Razor Pages ask for their antiforgery token themselves; every other endpoint that takes
/// an unsafe verb is asked here, unless it says <c>DisableAntiforgery()</c> (one that is not opened by a cookie).
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

        if (contexto.Request.Headers["Sec-Fetch-Site"] == "cross-site" || !await TraeFichaAsync(contexto))
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
