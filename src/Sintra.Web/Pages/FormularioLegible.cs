using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sintra.Web.Pages;

/// <summary>A POST whose body is not a form, or a form beyond the limits, is the sender's fault: 400 in words, before any page reads it.</summary>
internal sealed class FormularioLegible : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
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

    private static async Task<bool> SeLeeAsync(HttpContext contexto)
    {
        if (!contexto.Request.HasFormContentType)
        {
            return contexto.Request.ContentLength is null or 0 && contexto.Request.ContentType is null;
        }

        try
        {
            await contexto.Request.ReadFormAsync(contexto.RequestAborted);
            return true;
        }
        catch (Exception causa) when (causa is InvalidDataException or IOException or BadHttpRequestException)
        {
            return false;
        }
    }
}
