using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Renames or revokes a passkey of one's own.</summary>
[RequiereCuenta, RequiereVerificacionReciente]
public sealed class LlaveModel(CambiarLlaveHandler cambiar) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string? Nombre { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Nombre = await cambiar.NombreAsync(Id, ct);
        return Nombre is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostRenombrarAsync([FromForm] string? nombre, CancellationToken ct)
    {
        Nombre = nombre;
        return (await cambiar.RenombrarAsync(Id, nombre, ct)).AAccion(this, alLograrlo: _ => Hecho("Llave.Renombrada"));
    }

    public async Task<IActionResult> OnPostRevocarAsync(CancellationToken ct)
    {
        Nombre = await cambiar.NombreAsync(Id, ct);
        return (await cambiar.RevocarAsync(Id, Request.Headers.UserAgent.ToString(), ct)).AAccion(this, alLograrlo: entrada =>
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
            return Hecho("Llave.Revocada");
        });
    }

    private RedirectToPageResult Hecho(string clave)
    {
        this.Avisar<Recursos.TextosDeCuentas>(clave);
        return RedirectToPage("/Cuentas/MiCuenta");
    }
}
