using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Hechos;

/// <summary>Each save of an event: who, when, why, what it said; and the way back to it.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VersionesModel(
    ConsultarHechoHandler consultar,
    VersionesDelHechoHandler versiones,
    RestaurarHechoHandler restaurar,
    GuardarHechoHandler guardar,
    ResumenDePagina resumen,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    /// <summary>The version to look at, or to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public Guid? Elegida { get; set; }

    /// <summary>The version that stood when this screen was made.</summary>
    [BindProperty(Name = "vista")]
    public Guid Vista { get; set; }

    public bool PuedeRestaurar { get; private set; }

    public HechoLeido Leido { get; private set; } = null!;

    public IReadOnlyList<VersionDePagina> Versiones { get; private set; } = [];

    public IReadOnlyList<RenglonDeResumen>? Renglones { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CargarAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => VolverAsync(Elegida, "Versiones.Restaurada", ct);

    /// <summary>Takes the last save back, by who made it, within half a minute.</summary>
    public Task<IActionResult> OnPostDeshacerAsync(CancellationToken ct) => VolverAsync(null, "Versiones.Deshecha", ct);

    private async Task<IActionResult> VolverAsync(Guid? version, string aviso, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.HechoRegistrar))
        {
            return Forbid();
        }

        var resultado = await restaurar.EjecutarAsync(new(Hecho, version, Vista), ct);
        if (resultado.NoExiste || !await CargarAsync(ct))
        {
            return NotFound();
        }

        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeHechos>(aviso);
            return RedirectToPage("Ver", new { hecho = Hecho });
        });
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return false;
        }

        var leidas = await versiones.EjecutarAsync(leido, Elegida, ct);
        (Leido, Versiones) = (leido, leidas.Versiones);
        Renglones = leidas.Elegida is { } elegida ? resumen.De(elegida) : null;
        PuedeRestaurar = Versiones is [var vigente, ..] && Elegida != vigente.Version && sesion.Puede(Permiso.HechoRegistrar) && await guardar.EscribeAsync(leido.Hecho, ct);
        return true;
    }
}
