using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Confirmation: the folio and what comes next.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class RegistradoModel(ConsultarExpedienteHandler consultar, PropuestaDelHecho propuesta) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Null while another person of the institution has to validate it.</summary>
    public string? Folio { get; private set; }

    /// <summary>The event, where another of its persons may be registered by this reader.</summary>
    public HechoId? Hecho { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "registrado", ct) is not { Expediente: { Estado: not EstadoDeExpediente.Borrador } expediente })
        {
            return NotFound();
        }

        Folio = expediente.Folio;
        Hecho = await propuesta.PuedeAsync(expediente.Hecho, ct) ? expediente.Hecho : null;

        return Page();
    }
}
