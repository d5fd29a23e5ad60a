using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Second step of the door, for five minutes after the first.</summary>
[AllowAnonymous, EnableRateLimiting(LimiteDeAcceso.Politica)]
public sealed class CodigoModel(VerificarSegundoFactorHandler verificar) : PageModel
{
    [FromQuery(Name = Regreso.Parametro)]
    public string? Volver { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await verificar.HayPorVerificarAsync(Galleta.Leer(HttpContext), ct) ? Page() : DesdeElPrincipio();

    public async Task<IActionResult> OnPostAsync([FromForm] string? codigo, CancellationToken ct)
    {
        var resultado = await verificar.EjecutarAsync(new(Galleta.Leer(HttpContext), codigo ?? "", Request.Headers.UserAgent.ToString()), ct);
        return resultado.NoExiste
            ? DesdeElPrincipio()
            : resultado.AAccion(this, alLograrlo: entrada =>
            {
                Galleta.Poner(HttpContext, entrada.Secreto.Texto);
                return LocalRedirect(Regreso.Local(Url, Volver));
            });
    }

    private RedirectToPageResult DesdeElPrincipio() => RedirectToPage("/Cuentas/Entrar", new { volver = Volver });
}
