using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Compromisos;

/// <summary>The next version of a text, begun from the last.</summary>
[Requiere(Permiso.InstitucionAdministrar), RequiereVerificacionReciente]
public sealed class PublicarModel(PublicarCompromisoHandler publicar) : PageModel
{
    [FromRoute]
    public string Clave { get; set; } = "";

    [BindProperty]
    public string? Titulo { get; set; }

    [BindProperty]
    public string? Texto { get; set; }

    [BindProperty]
    public DateOnly? Desde { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await publicar.UltimoAsync(Clave, ct) is not { } ultimo)
        {
            return NotFound();
        }

        (Titulo, Texto) = (ultimo.Titulo, ultimo.Texto);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.ConFallas();
        }

        return (await publicar.EjecutarAsync(Clave, new(Titulo, Texto, Desde), ct)).AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeAdministracion>("Publicar.Hecho");
            return RedirectToPage("/Compromisos/Lista");
        });
    }
}
