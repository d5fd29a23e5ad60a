using Microsoft.AspNetCore.Authorization;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>What a privileged account may reach before it has its second factor: the page that gives it one, and the ways out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SinSegundoFactorAttribute : Attribute;

/// <summary>Leads a privileged account without a second factor to the page that gives it one. (It has no permission meanwhile, whatever it reaches.)</summary>
internal static class ExigirSegundoFactor
{
    public const string Pagina = "/cuenta/segundo-factor";

    public static Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        var actual = contexto.RequestServices.GetRequiredService<SesionActual>();
        if (actual.Vigente is { FaltaSegundoFactor: true }
            && contexto.GetEndpoint() is { } punto
            && punto.Metadata.GetMetadata<IAllowAnonymous>() is null
            && punto.Metadata.GetMetadata<SinSegundoFactorAttribute>() is null)
        {
            contexto.Response.Redirect(Pagina);
            return Task.CompletedTask;
        }

        return siguiente(contexto);
    }
}
