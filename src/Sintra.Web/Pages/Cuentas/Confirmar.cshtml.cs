using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Every six months: who of the institution still needs their account.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar)]
public sealed class ConfirmarModel(ConfirmarCuentasHandler confirmar) : PageModel
{
    public IReadOnlyList<CuentaPorConfirmar> Pendientes { get; private set; } = [];

    public IReadOnlyCollection<CuentaId> Elegidas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Pendientes = await confirmar.PendientesAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Confirmadas")] List<CuentaId>? confirmadas, CancellationToken ct)
    {
        Elegidas = confirmadas ?? [];
        var resultado = await confirmar.EjecutarAsync(Elegidas, ct);
        Pendientes = await confirmar.PendientesAsync(ct);
        return resultado.AAccion(this, alLograrlo: cuantas =>
        {
            this.Avisar<Recursos.TextosDeAdministracion>(cuantas == 1 ? "Confirmar.Hecho.Uno" : "Confirmar.Hecho", cuantas);
            return RedirectToPage();
        });
    }
}
