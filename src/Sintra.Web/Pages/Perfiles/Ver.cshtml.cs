using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Perfiles;

/// <summary>One profile in words, and what may be done with it.</summary>
[Requiere(Permiso.PerfilAdministrar, Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar)]
public sealed class VerModel(ListarPerfilesHandler listar, RetirarPerfilHandler retirar, MirarComoHandler mirar, Delegacion delegacion, Sesion sesion) : PageModel
{
    [FromRoute]
    public string Clave { get; set; } = "";

    public PerfilLeido Leido { get; private set; } = null!;

    public bool PuedeCambiar => sesion.Puede(Permiso.PerfilAdministrar);

    /// <summary>It is one of those that whoever asks may give.</summary>
    public bool PuedeMirar { get; private set; }

    public IEnumerable<IGrouping<string, PermisoDescrito>> Modulos => CatalogoDePermisos.Todos.Where(p => Leido.Permisos.Contains(p.Permiso)).GroupBy(p => p.Modulo);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LeerAsync(ct) ? Page() : NotFound();

    /// <summary>No button of the page sends this.</summary>
    public IActionResult OnPost() => RedirectToPage();

    public async Task<IActionResult> OnPostMirarAsync(CancellationToken ct) =>
        (await mirar.EmpezarAsync(Clave, ct)).AAccion(this, alLograrlo: _ => LocalRedirect("/"));

    public Task<IActionResult> OnPostRetirarAsync(CancellationToken ct) => RetirarAsync(true, ct);

    public Task<IActionResult> OnPostRestituirAsync(CancellationToken ct) => RetirarAsync(false, ct);

    private async Task<IActionResult> RetirarAsync(bool si, CancellationToken ct)
    {
        if (!PuedeCambiar)
        {
            return Forbid();
        }

        var resultado = await retirar.EjecutarAsync(Clave, si, ct);
        await LeerAsync(ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDePerfiles>(si ? "Retirar.Hecho" : "Restituir.Hecho");
            return RedirectToPage();
        });
    }

    private async Task<bool> LeerAsync(CancellationToken ct)
    {
        if (await listar.LeerAsync(Clave, ct) is not { } leido)
        {
            return false;
        }

        Leido = leido;
        PuedeMirar = (await delegacion.ClavesAsync(ct)).Contains(Clave);
        return true;
    }
}
