using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Writes down an agreement of an institution, or that the law exempts it.</summary>
[Requiere(Permiso.InstitucionAdministrar), RequiereVerificacionReciente]
public sealed class ConvenioModel(RegistrarConvenioHandler registrar, ConsultarInstitucionHandler consultar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [BindProperty]
    public ClaseDeConvenio? Clase { get; set; }

    [BindProperty]
    public string? Objeto { get; set; }

    [BindProperty]
    public DateOnly? Desde { get; set; }

    [BindProperty]
    public DateOnly? Hasta { get; set; }

    [BindProperty]
    public string? Anexo { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await consultar.PuedeAdministrarAsync(Sigla, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await consultar.PuedeAdministrarAsync(Sigla, ct))
        {
            return NotFound();
        }

        // A date that cannot be read has its own message; «write the day» beside it would say less.
        if (!ModelState.IsValid)
        {
            return this.ConFallas();
        }

        var resultado = await registrar.EjecutarAsync(Sigla, new(Clase, Objeto, Desde, Hasta, Anexo), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeInstituciones>("Nuevo.Hecho");
            return RedirectToPage("/Instituciones/Ver", new { Sigla });
        });
    }
}
