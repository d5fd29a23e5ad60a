using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The life of the file: its steps, what was said at each, and the way to the versions of its pages.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class HistoriaModel(ConsultarExpedienteHandler consultar, HistoriaDeExpedienteHandler historia, ResumenDePagina resumen, DiccionarioVigente diccionario) : PageModel
{
    // What the steps ask for, newest first.
    private static readonly string[] DeLosPasos = ["Revision", "Cierre"];

    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    public HistoriaDeExpediente Historia { get; private set; } = null!;

    public IReadOnlyList<(string Grupo, int Fila, IReadOnlyList<RenglonDeResumen> Renglones)> Entidades { get; private set; } = [];

    /// <summary>Pages that have been written at least once.</summary>
    public IEnumerable<Pagina> Escritas => diccionario.TodasLasPaginas.Where(p => p.Tipo == "generica" && Leido.Cabeza(p.Clave) is not null);

    public IEnumerable<string> Titulos(IReadOnlyList<string> claves) =>
        claves.Select(diccionario.Pagina).OfType<Pagina>().Select(PalabrasDeExpediente.Titulo);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "historia", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Historia = await historia.EjecutarAsync(leido, ct);
        Entidades = [.. leido.Secciones
            .Where(s => s.Fila > 0 && DeLosPasos.Contains(s.Clave))
            .OrderByDescending(s => s.EscritaEn)
            .Select(s => (s.Clave, s.Fila, (IReadOnlyList<RenglonDeResumen>)[.. resumen.DeFila(s.Clave, s.Fila, leido).Where(r => r.Texto is not null || r.Protegida)]))];
        return Page();
    }
}
