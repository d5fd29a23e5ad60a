using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>That a file was registered, where and when, to be printed: folio and institution, nothing of the person.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class ConstanciaModel(ConsultarExpedienteHandler consultar) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public string Folio { get; private set; } = "";

    /// <summary>Key in the catalogue.</summary>
    public string Institucion { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RegistradoEn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "constancia", ct) is not { Expediente: { Folio: { } folio, RegistradoEn: { } registrado } expediente })
        {
            return NotFound();
        }

        (Folio, Institucion, RegistradoEn) = (folio, expediente.Institucion, registrado);
        return Page();
    }
}
