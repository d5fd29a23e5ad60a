using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Perfiles;

/// <summary>Profiles: what each may do, how far it reaches, and how many people hold it.</summary>
[Requiere(Permiso.PerfilAdministrar, Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar)]
public sealed class ListaModel(ListarPerfilesHandler listar, Sesion sesion) : PageModel
{
    public IReadOnlyList<PerfilEnLista> Perfiles { get; private set; } = [];

    public bool PuedeCambiar => sesion.Puede(Permiso.PerfilAdministrar);

    public async Task OnGetAsync(CancellationToken ct) => Perfiles = await listar.EjecutarAsync(ct);
}
