using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Personas;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>«Solicitar vinculación»: asks whether the person of this file is known elsewhere. The same words whatever there is.</summary>
[Requiere(Permiso.VinculoSolicitar)]
public sealed class VinculacionModel(
    ConsultarExpedienteHandler consultar, SolicitarVinculoHandler solicitar, DiccionarioVigente diccionario, IStringLocalizer<Recursos.TextosDePersonas> textos) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    [BindProperty]
    public string? Motivo { get; set; }

    public string? Folio { get; private set; }

    public IEnumerable<Opcion> Motivos => diccionario.Catalogos["motivo_consulta"].Elegibles;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LeerAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LeerAsync(ct))
        {
            return NotFound();
        }

        var resultado = await solicitar.EjecutarAsync(new(Expediente, Motivo), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            TempData["Aviso"] = textos["Solicitar.Hecho"].Value;
            return RedirectToPage("/Consulta/Solicitudes/Index");
        });
    }

    private async Task<bool> LeerAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "vinculacion", ct) is not { Expediente: { RegistradoEn: not null } expediente })
        {
            return false;
        }

        Folio = expediente.Folio;
        return true;
    }
}
