using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>Door of the first module: what one left half-way, what a load left to complete, what the institution has registered.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class IndexModel(ListarExpedientesHandler listar) : PageModel
{
    private static readonly PaginaDeLista<RenglonDeExpediente> Nada = new([], null);

    public PaginaDeLista<RenglonDeExpediente> Borradores { get; private set; } = Nada;

    public bool HayDeLaCarga { get; private set; }

    public bool HayEnValidacion { get; private set; }

    /// <summary>One's own drafts that nobody wrote in until they expired.</summary>
    public IReadOnlyList<BorradorCaducado> Caducados { get; private set; } = [];

    public PaginaDeLista<RenglonDeExpediente> Registrados { get; private set; } = Nada;

    /// <param name="antes">Registered files before this one; the rest of the page is for the first alone.</param>
    public async Task OnGetAsync(ExpedienteId? antes, CancellationToken ct)
    {
        if (antes is null)
        {
            Borradores = await listar.BorradoresAsync(null, ct);
            Caducados = await listar.CaducadosAsync(ct);
            HayDeLaCarga = await listar.HayDeLaCargaAsync(ct);
            HayEnValidacion = await listar.HayEnValidacionAsync(ct);
        }

        Registrados = await listar.RegistradosAsync(antes, ct);
    }
}
