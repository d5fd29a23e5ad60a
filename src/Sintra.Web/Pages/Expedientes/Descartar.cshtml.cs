using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Asks once before a draft file is given up.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class DescartarModel(ConsultarExpedienteHandler consultar, DescartarBorradorDeExpedienteHandler descartar) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "descartar", ct) is not { } leido)
        {
            return NotFound();
        }

        return descartar.Puede(leido.Expediente) ? Page() : RedirectToPage("Ver", new { expediente = Expediente });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => (await descartar.EjecutarAsync(Expediente, ct)).AAccion(this, alLograrlo: _ =>
    {
        this.Avisar<Recursos.Borradores>("Descartado.Aviso");
        return LocalRedirect("/registro");
    });
}
