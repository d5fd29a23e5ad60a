using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Asks why, once, before a representation ends ahead of its day.</summary>
[Requiere(Permiso.InstitucionAdministrar)]
public sealed class TerminarRepresentacionModel(TerminarRepresentacionHandler terminar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Motivo { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await terminar.ExisteAsync(Sigla, Id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var resultado = await terminar.EjecutarAsync(Sigla, Id, Motivo, ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeInstituciones>("Representacion.Terminar.Hecho");
            return RedirectToPage("/Instituciones/Ver", new { Sigla });
        });
    }
}
