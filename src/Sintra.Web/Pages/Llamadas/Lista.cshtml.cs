using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Seguimiento;

namespace Sintra.Web.Pages.Llamadas;

/// <summary>The calls that one's institution answered; from each, in one step, to the file of a person.</summary>
[Requiere(Permiso.LlamadaRegistrar)]
public sealed class ListaModel(ListarLlamadasHandler listar, AbrirHechoDeLlamadaHandler abrir, Sesion sesion) : PageModel
{
    public PaginaDeLlamadas Llamadas { get; private set; } = new([], null);

    public bool PuedeRegistrar => sesion.Puede(Permiso.HechoRegistrar) && sesion.Puede(Permiso.ExpedienteRegistrar);

    public async Task OnGetAsync(Guid? antes, CancellationToken ct) => Llamadas = await listar.EjecutarAsync(antes, ct);

    /// <summary>«Crear registro de persona no identificada».</summary>
    public async Task<IActionResult> OnPostAsync(Guid llamada, CancellationToken ct)
    {
        if (!PuedeRegistrar)
        {
            return Forbid();
        }

        var resultado = await abrir.EjecutarAsync(llamada, ct);
        return resultado.NoExiste ? NotFound() : RedirectToPage("/Registro/Nuevo", new { hecho = resultado.Valor });
    }
}
