using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Step-up: asks again for what the account has, and goes back to where that was needed.</summary>
[RequiereCuenta, SinSegundoFactor, SinCompromisos]
public sealed class VerificarModel(VerificarDeNuevoHandler verificar) : PageModel
{
    [FromQuery(Name = Regreso.Parametro)]
    public string? Volver { get; set; }

    [BindProperty]
    public string? Codigo { get; set; }

    [BindProperty]
    public string? Credencial { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Password { get; set; }

    public FactoresDeCuenta ConQue { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => ConQue = await verificar.ConQueAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ConQue = await verificar.ConQueAsync(ct);
        var resultado = await verificar.EjecutarAsync(new(Codigo, Credencial, GalletaDeReto.Tomar(HttpContext)), Password, ct);
        ModelState.Clear(); // nothing of it goes back to the page
        return resultado.AAccion(this, alLograrlo: secreto =>
        {
            Galleta.Poner(HttpContext, secreto.Texto);
            return LocalRedirect(Regreso.Local(Url, Volver));
        });
    }
}
