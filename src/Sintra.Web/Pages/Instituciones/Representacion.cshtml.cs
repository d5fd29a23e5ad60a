using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Writes down that this institution captures in the name of another.</summary>
[Requiere(Permiso.InstitucionAdministrar), RequiereVerificacionReciente]
public sealed class RepresentacionModel(RegistrarRepresentacionHandler registrar, ConsultarInstitucionHandler consultar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [BindProperty]
    public string? Representada { get; set; }

    [BindProperty]
    public DateOnly? Desde { get; set; }

    [BindProperty]
    public DateOnly? Hasta { get; set; }

    [BindProperty]
    public string? Fundamento { get; set; }

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

        var resultado = await registrar.EjecutarAsync(Sigla, new(Representada, Desde, Hasta, Fundamento), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeInstituciones>("Representacion.Hecho");
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
