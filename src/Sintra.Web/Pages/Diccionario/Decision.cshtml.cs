using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>Writes down what the meeting thought of a proposal and resolved.</summary>
[Requiere(Permiso.DiccionarioPublicar)]
public sealed class DecisionModel(ListarPropuestasHandler listar, DecidirPropuestaHandler decidir, CambiosDeVersionHandler versiones) : PageModel
{
    [FromRoute]
    public int Numero { get; set; }

    [BindProperty]
    public DecisionDePropuesta? Decision { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    [BindProperty]
    public string? Razon { get; set; }

    [BindProperty]
    public int? VersionQueAdopta { get; set; }

    public PropuestaDeDiccionario Leida { get; private set; } = null!;

    public IReadOnlyList<VersionPublicada> Versiones { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct) || Leida.Resuelta)
        {
            return NotFound();
        }

        (Decision, Opinion, Razon) = (Leida.Decision, Leida.Opinion, Leida.RazonDeDecision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        var resultado = await decidir.EjecutarAsync(new(Numero, Decision, Opinion, Razon, VersionQueAdopta), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<TextosDeDiccionario>("Decidir.Hecho");
            return RedirectToPage("Propuesta", new { numero = Numero });
        });
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (await listar.UnaAsync(Numero, ct) is not { } leida)
        {
            return false;
        }

        (Leida, Versiones) = (leida, await versiones.ListarAsync(ct));
        return true;
    }
}
