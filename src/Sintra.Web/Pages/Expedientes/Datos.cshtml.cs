using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Every answer of the file in words, whole or one task of it, to read and to print; what is protected stays protected on paper.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class DatosModel(ConsultarExpedienteHandler consultar, TareasEnPapel tareas) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>The one task that is asked for; null for all.</summary>
    [FromQuery(Name = "pagina")]
    public string? Pagina { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    /// <summary>The tasks of which something has been answered, in the order of the list; the one that is asked for, whatever it says.</summary>
    public IReadOnlyList<TareaEnPapel> Tareas { get; private set; } = [];

    /// <summary>Tasks with nothing to read yet, whose sheet can be printed all the same.</summary>
    public IReadOnlyList<(string Clave, string Titulo)> SinRespuestas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "datos", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        var todas = tareas.De(leido);
        Tareas = [.. todas.Where(t => Pagina is null ? t.Contestada : t.Clave == Pagina)];
        SinRespuestas = Pagina is null ? [.. todas.Where(t => !t.Contestada).Select(t => (t.Clave, t.Titulo))] : [];

        return Pagina is null || Tareas.Count > 0 ? Page() : NotFound();
    }
}
