using Microsoft.AspNetCore.Http.HttpResults;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>Challenges for the script that speaks with the device: options as JSON, and a cookie that the answer must come with.</summary>
internal static class RetosDeLlaves
{
    public static void Mapear(IEndpointRouteBuilder app)
    {
        app.MapPost("/entrar/llave/reto", (HttpContext contexto, PedirRetoHandler pedir, CancellationToken ct) => DarAsync(contexto, pedir.ParaEntrarAsync(ct)))
            .AllowAnonymous().RequireRateLimiting(LimiteDeAcceso.Politica);
        app.MapPost("/cuenta/verificar/reto", (HttpContext contexto, PedirRetoHandler pedir, CancellationToken ct) => DarAsync(contexto, pedir.ParaVerificarAsync(ct)))
            .WithMetadata(new RequiereCuentaAttribute(), new SinSegundoFactorAttribute(), new SinCompromisosAttribute());
        app.MapPost("/cuenta/llaves/reto", (HttpContext contexto, PedirRetoHandler pedir, CancellationToken ct) => DarAsync(contexto, pedir.ParaRegistrarAsync(ct)))
            .WithMetadata(new RequiereCuentaAttribute(), new SinSegundoFactorAttribute(), new SinCompromisosAttribute(), new RequiereVerificacionRecienteAttribute());
    }

    private static async Task<ContentHttpResult> DarAsync(HttpContext contexto, Task<RetoPedido> pedido)
    {
        var reto = await pedido;
        GalletaDeReto.Poner(contexto, reto.Secreto);
        return TypedResults.Content(reto.Opciones, "application/json");
    }
}
