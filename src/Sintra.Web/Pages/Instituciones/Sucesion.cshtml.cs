using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Says which institution took the place of this one, and since when.</summary>
[Requiere(Permiso.InstitucionAdministrar), RequiereVerificacionReciente]
public sealed class SucesionModel(DeclararSucesionHandler declarar, ConsultarInstitucionHandler consultar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [BindProperty]
    public string? Sucesora { get; set; }

    [BindProperty]
    public DateOnly? Desde { get; set; }

    public IReadOnlyList<(string Sigla, string Nombre)> Otras { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OfrecerAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await OfrecerAsync(ct))
        {
            return NotFound();
        }

        // A date that cannot be read has its own message; «write the day» beside it would say less.
        if (!ModelState.IsValid)
        {
            return this.ConFallas();
        }

        var resultado = await declarar.EjecutarAsync(Sigla, new(Sucesora, Desde), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeInstituciones>("Sucesion.Hecho");
            return RedirectToPage("/Instituciones/Ver", new { Sigla });
        });
    }

    private async Task<bool> OfrecerAsync(CancellationToken ct)
    {
        if (!await consultar.PuedeAdministrarAsync(Sigla, ct))
        {
            return false;
        }

        Otras = await consultar.OtrasAsync(Sigla, ct);
        return true;
    }
}
