using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Personas;

namespace Sintra.Web.Pages.Consulta.Coincidencias;

/// <summary>Pairs that may be one person, for whoever reviews: without identity, the most probable first.</summary>
[Requiere(Permiso.VinculoRevisar)]
public sealed class IndexModel(CoincidenciasHandler coincidencias) : PageModel
{
    [FromQuery(Name = "banda")]
    public BandaDeCoincidencia Banda { get; set; }

    public IReadOnlyList<Coincidente> Pares { get; private set; } = [];

    public Guid? Siguiente { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? despues, CancellationToken ct)
    {
        if (!Enum.IsDefined(Banda) || !ModelState.IsValid)
        {
            return NotFound();
        }

        (Pares, Siguiente) = await coincidencias.ListarAsync(Banda, despues, ct);
        return Page();
    }
}
