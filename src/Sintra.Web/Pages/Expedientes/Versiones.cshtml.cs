using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The list of the saves of a page, and the one that is shown below it.</summary>
public sealed record TablaDeVersiones(IReadOnlyList<VersionDePagina> Versiones, Guid? Elegida);

/// <summary>Each save of a page: who, when, why, what it said; and the way back to it.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VersionesModel(
    ConsultarExpedienteHandler consultar,
    VersionesDePaginaHandler versiones,
    RestaurarPaginaHandler restaurar,
    ResumenDePagina resumen,
    DiccionarioVigente diccionario,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    [FromRoute(Name = "pagina")]
    public string Clave { get; set; } = "";

    /// <summary>The version to look at, or to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public Guid? Elegida { get; set; }

    /// <summary>The version that stood when this screen was made.</summary>
    [BindProperty(Name = "vista")]
    public Guid Vista { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    public Pagina Pagina { get; private set; } = null!;

    public IReadOnlyList<VersionDePagina> Versiones { get; private set; } = [];

    public IReadOnlyList<RenglonDeResumen>? Renglones { get; private set; }

    public bool PuedeRestaurar => sesion.Puede(Permiso.ExpedienteEscribir) && Versiones is [var vigente, ..] && Elegida != vigente.Version;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CargarAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => VolverAsync(Elegida, "Versiones.Restaurada", ct);

    /// <summary>Takes the last save back, by who made it, within half a minute.</summary>
    public Task<IActionResult> OnPostDeshacerAsync(CancellationToken ct) => VolverAsync(null, "Versiones.Deshecha", ct);

    private async Task<IActionResult> VolverAsync(Guid? version, string aviso, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.ExpedienteEscribir))
        {
            return Forbid();
        }

        var resultado = await restaurar.EjecutarAsync(new(Expediente, Clave, version, Vista), ct);
        if (resultado.NoExiste || !await CargarAsync(ct))
        {
            return NotFound();
        }

        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeExpediente>(aviso, PalabrasDeExpediente.Titulo(Pagina));
            return RedirectToPage("Ver", new { expediente = Expediente });
        });
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (diccionario.Pagina(Clave) is not { Tipo: "generica" } pagina || await consultar.EjecutarAsync(Expediente, Clave, ct) is not { } leido)
        {
            return false;
        }

        var leidas = await versiones.EjecutarAsync(leido, pagina, Elegida, ct);
        (Leido, Pagina, Versiones) = (leido, pagina, leidas.Versiones);
        Renglones = leidas.Elegida is { } elegida ? resumen.De(elegida) : null;
        return true;
    }
}
