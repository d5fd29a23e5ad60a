using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>What a load began and nobody has registered: with what is known of each, so that somebody completes it. Nothing in it identifies anyone.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class DeLaCargaModel(ListarExpedientesHandler listar) : PageModel
{
    public PaginaDeLista<RenglonDeCarga> Pendientes { get; private set; } = null!;

    public async Task OnGetAsync(ExpedienteId? antes, CancellationToken ct) => Pendientes = await listar.DeLaCargaAsync(antes, ct);
}
