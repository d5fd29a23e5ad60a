using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Consulta;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Consulta;

/// <summary>Searches that one keeps: one's own and those of the institution, to run or to delete.</summary>
[Requiere(Permiso.BusquedaCompartir)]
public sealed class GuardadasModel(BusquedasGuardadasHandler guardadas) : PageModel
{
    public IReadOnlyList<BusquedaEnLista> Busquedas { get; private set; } = [];

    /// <summary>What could not be saved, as it was sent.</summary>
    public GuardarBusqueda? PorGuardar { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Busquedas = await guardadas.ListarAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? nombre, string? criterios, bool deLaInstitucion, bool avisoSemanal, CancellationToken ct)
    {
        PorGuardar = new(nombre, criterios, deLaInstitucion, avisoSemanal);
        var resultado = await guardadas.GuardarAsync(PorGuardar, ct);
        Busquedas = await guardadas.ListarAsync(ct);
        return resultado.AAccion(this, _ => Avisado("Guardadas.Guardada"));
    }

    public async Task<IActionResult> OnPostBorrarAsync(Guid id, CancellationToken ct) =>
        (await guardadas.BorrarAsync(id, ct)).AAccion(this, _ => Avisado("Guardadas.Borrada"));

    private RedirectResult Avisado(string clave)
    {
        this.Avisar<TextosDeConsulta>(clave);
        return Redirect("/consulta/guardadas");
    }
}
