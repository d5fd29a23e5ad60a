using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Practica;

namespace Sintra.Web.Pages.Perfiles;

/// <summary>A made-up file as a profile sees it. Open to whoever may look at the profile, and while looking as it.</summary>
[RequiereCuenta]
public sealed class MuestraModel(ListarPerfilesHandler listar, MuestraDeExpediente muestra, Delegacion delegacion, SesionActual actual) : PageModel
{
    [FromRoute]
    public string Clave { get; set; } = "";

    public PerfilLeido Leido { get; private set; } = null!;

    public IReadOnlyList<PaginaDeMuestra> Paginas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var puede = actual.Vigente!.MiraComo is { } mirado ? mirado.Clave == Clave : (await delegacion.ClavesAsync(ct)).Contains(Clave);
        if (!puede || await listar.LeerAsync(Clave, ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Paginas = muestra.De(leido.Perfil, leido.Permisos);
        return Page();
    }
}
