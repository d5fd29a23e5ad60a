using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Gives an account another profile.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar), RequiereVerificacionReciente]
public sealed class PerfilModel(CambiarPerfilDeCuentaHandler cambiar) : PageModel
{
    [FromRoute]
    public CuentaId Id { get; set; }

    [BindProperty]
    public string? Perfil { get; set; }

    public CuentaPorCambiar Cuenta { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ConCuentaAsync(() => Task.FromResult<IActionResult>(Page()), ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ConCuentaAsync(
        async () => (await cambiar.EjecutarAsync(Id, Perfil, ct)).AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeAdministracion>("Perfil.Hecho");
            return RedirectToPage("/Cuentas/Lista");
        }),
        ct);

    private async Task<IActionResult> ConCuentaAsync(Func<Task<IActionResult>> seguir, CancellationToken ct)
    {
        if (await cambiar.VerAsync(Id, ct) is not { } cuenta)
        {
            return NotFound();
        }

        Cuenta = cuenta;
        return await seguir();
    }
}
