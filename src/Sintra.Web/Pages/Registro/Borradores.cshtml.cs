using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>One's own drafts, those beyond the first page.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class BorradoresModel(ListarExpedientesHandler listar) : PageModel
{
    public PaginaDeLista<RenglonDeExpediente> Borradores { get; private set; } = null!;

    public async Task OnGetAsync(ExpedienteId? antes, CancellationToken ct) => Borradores = await listar.BorradoresAsync(antes, ct);
}
