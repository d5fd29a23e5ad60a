using Microsoft.AspNetCore.Authorization;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>What an account may reach before it has accepted what everybody accepts: the page where it does, and the ways out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SinCompromisosAttribute : Attribute;

/// <summary>Leads an account with something to accept to the page that shows it. (It has no permission meanwhile, whatever it reaches.)</summary>
internal static class ExigirCompromisos
{
    public const string Pagina = "/cuenta/compromisos";

    public static Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        var actual = contexto.RequestServices.GetRequiredService<SesionActual>();
        if (actual.Vigente is { FaltanCompromisos: true, FaltaSegundoFactor: false }
            && contexto.GetEndpoint() is { } punto
            && punto.Metadata.GetMetadata<IAllowAnonymous>() is null
            && punto.Metadata.GetMetadata<SinCompromisosAttribute>() is null)
        {
            contexto.Response.Redirect(Pagina);
            return Task.CompletedTask;
        }

        return siguiente(contexto);
    }
}
