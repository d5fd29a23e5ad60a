using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Compromisos;

/// <summary>What I have accepted, and what I still must before I can work.</summary>
[RequiereCuenta, SinCompromisos]
public sealed class MiosModel(AceptarCompromisosHandler aceptar) : PageModel
{
    public IReadOnlyList<Compromiso> Pendientes { get; private set; } = [];

    public IReadOnlyList<CompromisoLeido> Aceptados { get; private set; } = [];

    public IReadOnlyCollection<Guid> Marcados { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LeerAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] List<Guid>? compromisos, CancellationToken ct)
    {
        Marcados = compromisos ?? [];
        var resultado = await aceptar.EjecutarAsync(Marcados, ct);
        await LeerAsync(ct);
        return resultado.AAccion(this, alLograrlo: _ => LocalRedirect("/"));
    }

    private async Task LeerAsync(CancellationToken ct)
    {
        var todos = await aceptar.VerAsync(ct);
        Pendientes = [.. todos.Where(c => c.AceptadoEn is null).Select(c => c.Compromiso)];
        Aceptados = [.. todos.Where(c => c.AceptadoEn is not null)];
    }
}
