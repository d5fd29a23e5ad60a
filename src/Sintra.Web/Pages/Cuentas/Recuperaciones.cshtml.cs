using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Recoveries that wait: a second administrator confirms, or either cancels.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar), RequiereVerificacionReciente]
public sealed class RecuperacionesModel(ConfirmarRecuperacionHandler confirmar) : PageModel
{
    public IReadOnlyList<RecuperacionEnLista> Abiertas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Abiertas = await confirmar.ListarAsync(ct);

    public Task<IActionResult> OnPostConfirmarAsync([FromForm] Guid id, CancellationToken ct) =>
        HacerAsync(confirmar.ConfirmarAsync(id, ct), "Recuperaciones.Confirmada", ct);

    public Task<IActionResult> OnPostCancelarAsync([FromForm] Guid id, CancellationToken ct) =>
        HacerAsync(confirmar.CancelarAsync(id, ct), "Recuperaciones.Cancelada", ct);

    private async Task<IActionResult> HacerAsync(Task<Resultado<Guid>> pedido, string hecho, CancellationToken ct)
    {
        var resultado = await pedido;
        Abiertas = await confirmar.ListarAsync(ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            TempData["Aviso"] = this.Texto<Recursos.TextosDeCuentas>(hecho);
            return RedirectToPage();
        });
    }
}
