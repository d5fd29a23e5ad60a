using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Adds a passkey to one's own account.</summary>
[RequiereCuenta, SinSegundoFactor, SinCompromisos, RequiereVerificacionReciente]
public sealed class LlaveNuevaModel(RegistrarLlaveHandler registrar) : PageModel
{
    [BindProperty]
    public string? Nombre { get; set; }

    public void OnGet()
    {
        // The page asks; nothing is to be read.
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? credencial, CancellationToken ct)
    {
        var resultado = await registrar.EjecutarAsync(
            new(Nombre, credencial, GalletaDeReto.Tomar(HttpContext), Request.Headers.UserAgent.ToString()), ct);
        ModelState.Clear();
        return resultado.AAccion(this, alLograrlo: entrada =>
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
            this.Avisar<Recursos.TextosDeCuentas>("LlaveNueva.Hecho");
            return RedirectToPage("/Cuentas/MiCuenta");
        });
    }
}
