using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>One proposal and what was resolved of it.</summary>
[Requiere(Permiso.DiccionarioProponer, Permiso.DiccionarioPublicar)]
public sealed class PropuestaModel(ListarPropuestasHandler listar, Sesion sesion) : PageModel
{
    public PropuestaDeDiccionario Leida { get; private set; } = null!;

    public bool PuedeDecidir => sesion.Puede(Permiso.DiccionarioPublicar) && !Leida.Resuelta;

    public async Task<IActionResult> OnGetAsync(int numero, CancellationToken ct)
    {
        if (await listar.UnaAsync(numero, ct) is not { } leida)
        {
            return NotFound();
        }

        Leida = leida;
        return Page();
    }
}
