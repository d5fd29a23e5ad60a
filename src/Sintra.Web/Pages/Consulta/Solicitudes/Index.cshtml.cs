using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Personas;

namespace Sintra.Web.Pages.Consulta.Solicitudes;

/// <summary>Requests to look for the same person elsewhere: one's own, those to be turned over, those one's institution is to answer.</summary>
[Requiere(Permiso.VinculoSolicitar, Permiso.VinculoRevisar)]
public sealed class IndexModel(ListarSolicitudesHandler listar, AtenderSolicitudHandler atender, Sesion sesion, IStringLocalizer<Recursos.TextosDePersonas> textos) : PageModel
{
    public IReadOnlyList<SolicitudPropia> Propias { get; private set; } = [];

    public IReadOnlyList<SolicitudPorAtender> PorTurnar { get; private set; } = [];

    public IReadOnlyList<SolicitudPorAtender> PorResponder { get; private set; } = [];

    public bool Revisa => sesion.Puede(Permiso.VinculoRevisar);

    public async Task OnGetAsync(CancellationToken ct) => await LeerAsync(ct);

    public async Task<IActionResult> OnPostTurnarAsync(Guid solicitud, Guid? sugerencia, CancellationToken ct)
    {
        if (!Revisa)
        {
            return Forbid();
        }

        await LeerAsync(ct);
        return (await atender.TurnarAsync(new(solicitud, sugerencia), ct)).AAccion(this, alLograrlo: _ => Volver(sugerencia is null ? "Solicitud.SinNadie" : "Solicitud.Turnada"));
    }

    public async Task<IActionResult> OnPostResponderAsync(Guid solicitud, bool? acepta, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.VinculoSolicitar))
        {
            return Forbid();
        }

        await LeerAsync(ct);
        return (await atender.ResponderAsync(new(solicitud, acepta), ct)).AAccion(this, alLograrlo: _ => Volver("Solicitud.Respondida"));
    }

    private async Task LeerAsync(CancellationToken ct)
    {
        if (Revisa)
        {
            PorTurnar = await listar.PorTurnarAsync(ct);
        }

        (Propias, PorResponder) = (await listar.PropiasAsync(ct), await listar.PorResponderAsync(ct));
    }

    private RedirectToPageResult Volver(string texto)
    {
        TempData["Aviso"] = textos[texto].Value;
        return RedirectToPage();
    }
}
