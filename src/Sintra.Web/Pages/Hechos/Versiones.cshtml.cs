using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Hechos;

/// <summary>Each save of an event: who, when, and what it said.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VersionesModel(ConsultarHechoHandler consultar, VersionesDelHechoHandler versiones, ResumenDePagina resumen) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    /// <summary>The version to look at.</summary>
    [FromQuery(Name = "version")]
    public Guid? Elegida { get; set; }

    public IReadOnlyList<VersionDePagina> Versiones { get; private set; } = [];

    public IReadOnlyList<RenglonDeResumen>? Renglones { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        var leidas = await versiones.EjecutarAsync(leido, Elegida, ct);
        Versiones = leidas.Versiones;
        Renglones = leidas.Elegida is { } elegida ? resumen.De(elegida) : null;
        return Page();
    }
}
