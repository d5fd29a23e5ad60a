using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Accounts of the own institution, or of all of them.</summary>
[Requiere(Permiso.CuentaLeer)]
public sealed class ListaModel(ListarCuentasHandler listar, Sesion sesion) : PageModel
{
    /// <summary>Key of an institution; empty for all.</summary>
    [FromQuery(Name = "institucion")]
    public string? Institucion { get; set; }

    public IReadOnlyList<CuentaEnLista> Cuentas { get; private set; } = [];

    public bool EstaLlena => Cuentas.Count == ListarCuentasHandler.Maximo;

    public bool PuedeAdministrar => sesion.Puede(Permiso.CuentaAdministrar) || sesion.Puede(Permiso.CuentaAdministrarNacional);

    public async Task OnGetAsync(CancellationToken ct) =>
        Cuentas = await listar.EjecutarAsync(string.IsNullOrWhiteSpace(Institucion) ? null : Institucion.Trim().ToUpperInvariant(), ct);
}
