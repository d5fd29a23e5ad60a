using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>One institution: its data, what came before and after it, its convenios.</summary>
[RequiereCuenta]
public sealed class VerModel(ConsultarInstitucionHandler consultar, Sesion sesion) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    public bool PuedeDelegar => sesion.Puede(Permiso.PerfilAdministrar);

    public bool PuedeAjustarValidacion => sesion.Puede(Permiso.CuentaAdministrarNacional) || (sesion.Puede(Permiso.CuentaAdministrar) && Sigla == sesion.Institucion);

    public InstitucionLeida Leida { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Sigla, ct) is not { } leida)
        {
            return NotFound();
        }

        Leida = leida;
        return Page();
    }
}
