using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Personas;

namespace Sintra.Web.Pages.Consulta.Personas;

/// <summary>The files that count as one person, as far as the reader may see.</summary>
[Requiere(Permiso.ExpedienteLeer, Permiso.VinculoRevisar)]
public sealed class VerModel(ConsultarPersonaHandler consultar) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public PersonaLeida Leida { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, ct) is not { } leida)
        {
            return NotFound();
        }

        Leida = leida;
        return Page();
    }
}
