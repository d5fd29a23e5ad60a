using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>The register of proposals that the meetings of periodic evaluation go through, on screen and on paper.</summary>
[Requiere(Permiso.DiccionarioProponer, Permiso.DiccionarioPublicar)]
public sealed class PropuestasModel(ListarPropuestasHandler listar, Sesion sesion) : PageModel
{
    [FromQuery(Name = "clase")]
    public ClaseDePropuesta? Clase { get; set; }

    [FromQuery(Name = "decision")]
    public DecisionDePropuesta? Decision { get; set; }

    [FromQuery(Name = "pendientes")]
    public bool Pendientes { get; set; }

    [FromQuery(Name = "elemento")]
    public string? Elemento { get; set; }

    public IReadOnlyList<PropuestaDeDiccionario> Propuestas { get; private set; } = [];

    /// <summary>Number after which the next page begins; null when there is none.</summary>
    public int? Siguiente { get; private set; }

    public bool PuedeProponer => sesion.Puede(Permiso.DiccionarioProponer);

    public async Task OnGetAsync(int? antes, CancellationToken ct) =>
        (Propuestas, Siguiente) = await listar.EjecutarAsync(new(Clase, Decision, Pendientes, Elemento), antes, ct);
}
