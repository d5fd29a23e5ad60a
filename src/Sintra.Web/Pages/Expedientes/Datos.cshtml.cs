using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Every answer of the file in words, to read and to print; what is protected stays protected on paper.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class DatosModel(ConsultarExpedienteHandler consultar, ResumenDePagina resumen, DiccionarioVigente diccionario) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    /// <summary>Only pages on which something has been answered.</summary>
    public IReadOnlyList<(Pagina Pagina, IReadOnlyList<RenglonDeResumen> Renglones)> Paginas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "datos", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Paginas = [.. diccionario.TodasLasPaginas
            .Where(p => p.Tipo == "generica")
            .Select(p => (p, resumen.De(p.Clave, leido)))
            .Where(p => p.Item2.Any(r => r.Texto is not null || r.Protegida))];

        return Page();
    }
}
