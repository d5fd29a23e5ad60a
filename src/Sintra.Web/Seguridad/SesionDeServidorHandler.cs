using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>Asks the server, at each request, whose session the cookie names. What was closed or suspended a moment ago is nobody's.</summary>
internal sealed class SesionDeServidorHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> opciones,
    ILoggerFactory registro,
    UrlEncoder codificador,
    ReconocerSesionHandler reconocer,
    SesionActual actual)
    : AuthenticationHandler<AuthenticationSchemeOptions>(opciones, registro, codificador)
{
    public const string Esquema = "sesion";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page that tells of a failure must not ask the database that may have failed.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null
            || await reconocer.EjecutarAsync(Galleta.Leer(Context), Context.RequestAborted) is not { } vigente)
        {
            return AuthenticateResult.NoResult();
        }

        actual.Es(vigente);
        return AuthenticateResult.Success(new(new(Identidad(vigente)), Esquema));
    }

    /// <summary>The id alone: antiforgery tokens are bound to it, and nothing else asks for claims.</summary>
    internal static ClaimsIdentity Identidad(SesionVigente vigente) => new([new(ClaimTypes.NameIdentifier, vigente.Sesion.Cuenta.ToString())], Esquema);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // A script is told plainly; a person is led to the door and back. The path only: what a query carried stays out of addresses.
        if (Request.Headers.Accept is { Count: > 0 } acepta && !acepta.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var camino = Request.PathBase + Request.Path;
        Response.Redirect($"/entrar{(camino == "/" ? QueryString.Empty : QueryString.Create(Regreso.Parametro, camino))}");
        return Task.CompletedTask;
    }
}
