using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Changes one's own password.</summary>
[RequiereCuenta, RequiereVerificacionReciente]
public sealed class PasswordModel(CambiarPasswordHandler cambiar) : PageModel
{
    [BindProperty, DataType(DataType.Password)]
    public string? Actual { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Nueva { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Repetida { get; set; }

    public void OnGet()
    {
        // The page asks; nothing is to be read.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear(); // nothing of it goes back to the page
        if (Nueva != Repetida)
        {
            ModelState.AddModelError(nameof(Repetida), this.Texto<Recursos.TextosDeCuentas>("Bienvenida.Distintas"));
            return this.ConFallas();
        }

        return (await cambiar.EjecutarAsync(new(Actual, Nueva, Request.Headers.UserAgent.ToString()), ct)).AAccion(this, alLograrlo: entrada =>
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
            this.Avisar<Recursos.TextosDeCuentas>("CambiarPassword.Hecho");
            return RedirectToPage("/Cuentas/MiCuenta");
        });
    }
}
