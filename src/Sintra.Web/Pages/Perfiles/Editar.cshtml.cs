using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Perfiles;

/// <summary>A new profile, perhaps begun from another, or the change of one.</summary>
[Requiere(Permiso.PerfilAdministrar), RequiereVerificacionReciente]
public sealed class EditarModel(ListarPerfilesHandler listar, GuardarPerfilHandler guardar) : PageModel
{
    /// <summary>Key of the profile that is changed; null for a new one.</summary>
    public string? Clave => RouteData.Values["clave"] as string;

    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public Alcance? Alcance { get; set; }

    [BindProperty]
    public NivelDeIdentidad? Nivel { get; set; }

    [BindProperty]
    public CifrasDePerfil? Cifras { get; set; }

    [BindProperty]
    public List<Permiso> Permisos { get; set; } = [];

    [BindProperty]
    public Guid? Version { get; set; }

    /// <summary>Accounts that the change reaches.</summary>
    public int Cuentas { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((Clave ?? RouteData.Values["desde"] as string) is { } modelo)
        {
            if (await listar.LeerAsync(modelo, ct) is not { } leido)
            {
                return NotFound();
            }

            (Alcance, Nivel, Cifras) = (leido.Perfil.Alcance, leido.Perfil.Nivel, leido.Perfil.Cifras);
            Permisos = [.. leido.Permisos];
            (Nombre, Version, Cuentas) = Clave is null ? (null, null, 0) : (leido.Perfil.Nombre, (Guid?)leido.Perfil.Version, leido.Cuentas);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.ConFallas();
        }

        var resultado = await guardar.EjecutarAsync(Clave, new(Nombre, Alcance, Nivel, Cifras, Permisos, Version), ct);
        Cuentas = Clave is null ? 0 : (await listar.LeerAsync(Clave, ct))?.Cuentas ?? 0;
        return resultado.AAccion(this, alLograrlo: clave =>
        {
            this.Avisar<Recursos.TextosDePerfiles>("Guardar.Hecho");
            return RedirectToPage("/Perfiles/Ver", new { clave });
        });
    }
}
