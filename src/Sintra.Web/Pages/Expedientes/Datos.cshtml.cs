using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>A task of the file on paper.</summary>
/// <param name="Clave">Key of the page, or of the entity.</param>
/// <param name="Partes">Its rows, each with its heading; one part without heading of a page of questions.</param>
public sealed record TareaEnPapel(string Clave, string Titulo, IReadOnlyList<(string? Titulo, IReadOnlyList<RenglonDeResumen> Renglones)> Partes);

/// <summary>Every answer of the file in words, whole or one task of it, to read and to print; what is protected stays protected on paper.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class DatosModel(
    ConsultarExpedienteHandler consultar,
    ResumenDePagina resumen,
    DiccionarioVigente diccionario,
    PalabrasDeExpediente palabras,
    IStringLocalizer<Recursos.TextosDeExpediente> textos,
    TimeProvider reloj) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>The one task that is asked for; null for all.</summary>
    [FromQuery(Name = "pagina")]
    public string? Pagina { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    /// <summary>Only tasks of which something has been answered, in the order of the list.</summary>
    public IReadOnlyList<TareaEnPapel> Tareas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "datos", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Tareas =
        [
            .. diccionario.TodasLasPaginas.Select(DeLaPagina).Concat([DeLaCalidad(), DeEntidad("Revision"), DeEntidad("Cierre")])
                .OfType<TareaEnPapel>()
                .Where(t => Pagina is null || t.Clave == Pagina),
        ];

        return Pagina is null || Tareas.Count > 0 ? Page() : NotFound();
    }

    private TareaEnPapel? DeLaPagina(Pagina pagina)
    {
        if (pagina.Tipo != "generica")
        {
            return DeEntidad(pagina.Tipo, pagina);
        }

        var renglones = resumen.De(pagina.Clave, Leido);
        return renglones.Any(r => r.Texto is not null || r.Protegida) ? new(pagina.Clave, PalabrasDeExpediente.Titulo(pagina), [(null, renglones)]) : null;
    }

    // Rows with a screen of their own stand one after another; of consents, purpose by purpose.
    private TareaEnPapel? DeEntidad(string grupo, Pagina? pagina = null)
    {
        var filas = Leido.Visibles.Filas.GetValueOrDefault(grupo, []);
        return filas.Count == 0 || !diccionario.DeEntidad(grupo).Any() ? null : new(
            pagina?.Clave ?? grupo,
            pagina is null ? textos[$"Entidad.{grupo}"].Value : PalabrasDeExpediente.Titulo(pagina),
            [.. filas.OrderBy(f => (f.Respuestas.GetValueOrDefault("con_tipo")?.Valor as ValorDeOpcion)?.Codigo, StringComparer.Ordinal).ThenBy(f => f.Numero).Select(f => ((string?)null, Dichos(grupo, f.Numero)))]);
    }

    // The first one is recorded with the file and has no row of answers.
    private TareaEnPapel? DeLaCalidad() => Leido.Expediente.Calidades.Count == 0 ? null : new(
        DeterminarCalidadHandler.Grupo,
        textos["Calidad.Titulo"].Value,
        [.. Leido.Expediente.Calidades.EnOrden().Select(c => (
            (string?)$"{palabras.Opcion("calidad_victima", c.Codigo)} · {palabras.Dias(c.Desde(reloj.LocalTimeZone), null)}",
            c.Fila is { } fila ? Dichos(DeterminarCalidadHandler.Grupo, fila) : []))]);

    private IReadOnlyList<RenglonDeResumen> Dichos(string grupo, int fila) => [.. resumen.DeFila(grupo, fila, Leido).Where(r => r.Texto is not null || r.Protegida)];
}
