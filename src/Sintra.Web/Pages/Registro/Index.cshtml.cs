using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>Door of the first module: what one left half-way, what the institution has registered.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class IndexModel(ListarExpedientesHandler listar) : PageModel
{
    public IReadOnlyList<RenglonDeExpediente> Borradores { get; private set; } = [];

    public IReadOnlyList<RenglonDeExpediente> Registrados { get; private set; } = [];

    public ExpedienteId? Siguiente { get; private set; }

    public async Task OnGetAsync(ExpedienteId? antes, CancellationToken ct)
    {
        Borradores = antes is null ? await listar.BorradoresAsync(ct) : [];
        var registrados = await listar.RegistradosAsync(antes, ct);
        Siguiente = registrados.Count > ListarExpedientesHandler.PorPagina ? registrados[ListarExpedientesHandler.PorPagina - 1].Expediente : null;
        Registrados = [.. registrados.Take(ListarExpedientesHandler.PorPagina)];
    }
}
