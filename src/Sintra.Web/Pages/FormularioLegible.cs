using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Sintra.Web.Pages;

/// <summary>A POST whose body is not a form, or a form beyond the limits, is the sender's fault: 400 in words, before any page reads it.</summary>
internal sealed class FormularioLegible : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !await SeLeeAsync(context.HttpContext))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

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
