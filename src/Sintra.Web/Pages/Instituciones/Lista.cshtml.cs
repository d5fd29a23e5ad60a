using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Institutions by level of government, state and kind, and whether each may load.</summary>
[RequiereCuenta]
public sealed class ListaModel(ListarInstitucionesHandler listar, Sesion sesion) : PageModel
{
    [FromQuery(Name = "buscar")]
    public string? Buscar { get; set; }

    [FromQuery(Name = "nivel")]
    public string? Nivel { get; set; }

    [FromQuery(Name = "entidad")]
    public string? Entidad { get; set; }

    [FromQuery(Name = "tipo")]
    public string? Tipo { get; set; }

    [FromQuery(Name = "vencen")]
    public bool Vencen { get; set; }

    /// <summary>An institution is an option of the dictionary's catalogue: whoever publishes it adds one.</summary>
    public bool PuedeAgregar => sesion.Puede(Permiso.DiccionarioPublicar);

    public InstitucionesHalladas Halladas { get; private set; } = new([], 0);

    public async Task OnGetAsync(CancellationToken ct) =>
        Halladas = await listar.EjecutarAsync(new(Buscar, ONada(Nivel), ONada(Entidad), ONada(Tipo), Vencen), ct);

    private static string? ONada(string? codigo) => string.IsNullOrWhiteSpace(codigo) ? null : codigo;
}
