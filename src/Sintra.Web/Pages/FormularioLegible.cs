using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sintra.Web.Pages;

/// <summary>A POST whose body is not a form, a form beyond the limits, or text with a NUL is the sender's fault: 400 in words, before any page reads it.</summary>
internal sealed class FormularioLegible : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!YaSeRechazo(context.HttpContext) && TraeNulos(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
            return;
        }

        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !YaSeRechazo(context.HttpContext) && !await SeLeeAsync(context.HttpContext))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    // The page that says so in words is run with the same request.
    private static bool YaSeRechazo(HttpContext contexto) =>
        contexto.Features.Get<IStatusCodeReExecuteFeature>() is not null || contexto.Features.Get<IExceptionHandlerFeature>() is not null;

    // No keyboard writes a NUL, no text of PostgreSQL holds one, and nothing of ours carries it in an address.
    private static bool TraeNulos(HttpRequest peticion) =>
        TraeNulos(peticion.Path.Value) || peticion.Query.Any(c => TraeNulos(c.Key) || c.Value.Any(TraeNulos));

    private static bool TraeNulos(string? texto) => texto?.Contains('\0', StringComparison.Ordinal) is true;

    private static async Task<bool> SeLeeAsync(HttpContext contexto)
    {
        if (!contexto.Request.HasFormContentType)
        {
            return contexto.Request.ContentLength is null or 0 && contexto.Request.ContentType is null;
        }

        try
        {
            var campos = await contexto.Request.ReadFormAsync(contexto.RequestAborted);
            return !campos.Any(c => TraeNulos(c.Key) || c.Value.Any(TraeNulos));
        }
        catch (Exception causa) when (causa is InvalidDataException or IOException or BadHttpRequestException)
        {
            return false;
        }
    }
}
