using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>Files that wait for another person: to be validated, or to be corrected.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class PorValidarModel(ListarExpedientesHandler listar) : PageModel
{
    public PaginaDeLista<RenglonDeExpediente> Pendientes { get; private set; } = null!;

    public async Task OnGetAsync(ExpedienteId? antes, CancellationToken ct) => Pendientes = await listar.EnValidacionAsync(antes, ct);
}
