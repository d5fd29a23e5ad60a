using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>What a session that looks at another profile's screens may send all the same: the ways out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TambienMirandoAttribute : Attribute;

/// <summary>While a session looks at a profile («ver como») nothing is sent from it: whatever a form says, no use case hears it.</summary>
internal static class SoloMirar
{
    public static Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        if (contexto.RequestServices.GetRequiredService<SesionActual>().Vigente is { MiraComo: not null }
            && !HttpMethods.IsGet(contexto.Request.Method) && !HttpMethods.IsHead(contexto.Request.Method)
            && contexto.GetEndpoint()?.Metadata.GetMetadata<TambienMirandoAttribute>() is null)
        {
            contexto.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return siguiente(contexto);
    }
}
