using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Asks once before an account loses its entrance.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar)]
public sealed class SuspenderModel(SuspenderCuentaHandler suspender) : PageModel
{
    [FromRoute]
    public CuentaId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await suspender.ExisteAsync(Id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var resultado = await suspender.EjecutarAsync(Id, ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeCuentas>("Suspender.Hecho");
            return RedirectToPage("/Cuentas/Lista");
        });
    }
}
