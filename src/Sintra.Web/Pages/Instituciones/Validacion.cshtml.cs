using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Whether a second person validates what the institution's people capture.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar)]
public sealed class ValidacionModel(AjustarValidacionHandler ajustar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [BindProperty]
    public bool Valida { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ajustar.VerAsync(Sigla, ct) is not { } institucion)
        {
            return NotFound();
        }

        Valida = institucion.ValidaOtraPersona;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var resultado = await ajustar.EjecutarAsync(Sigla, Valida, ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeInstituciones>("Validacion.Guardada");
            return RedirectToPage("Ver", new { sigla = Sigla });
        });
    }
}
