using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Confirmation: the folio and what comes next.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class RegistradoModel(LectorDeExpediente lector, Bitacora bitacora) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public string Folio { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await lector.LeerAsync(Expediente, ct) is not { Expediente.Folio: { } folio })
        {
            return NotFound();
        }

        Folio = folio;
        await bitacora.LeerAsync(new ExpedienteConsultado("registrado"), Expediente, ct);

        return Page();
    }
}
