using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>First administrator of a recovery: says how the person's identity was checked.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar), RequiereVerificacionReciente]
public sealed class RecuperarModel(AbrirRecuperacionHandler abrir) : PageModel
{
    [FromRoute]
    public CuentaId Id { get; set; }

    [BindProperty]
    public ComprobacionDeIdentidad? Comprobacion { get; set; }

    [BindProperty]
    public string? Oficio { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await abrir.ExisteAsync(Id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear(); // a check that is not in the list counts as none chosen
        return (await abrir.EjecutarAsync(new(Id, Comprobacion, Oficio), ct)).AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeCuentas>("Recuperar.Hecho");
            return RedirectToPage("/Cuentas/Recuperaciones");
        });
    }
}
