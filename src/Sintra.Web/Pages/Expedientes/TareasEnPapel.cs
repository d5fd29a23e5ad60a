using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>A task of the file on paper.</summary>
/// <param name="Clave">Key of the page, or of the entity.</param>
/// <param name="Partes">Its rows, each with its heading; one part without heading of a page of questions. None while nothing is answered.</param>
public sealed record TareaEnPapel(string Clave, string Titulo, IReadOnlyList<(string? Titulo, IReadOnlyList<RenglonDeResumen> Renglones)> Partes)
{
    public bool Contestada => Partes.Count > 0;
}

/// <summary>Every task of a file in words: what is printed, and what is looked over before it is registered.</summary>
public sealed class TareasEnPapel(
    ResumenDePagina resumen, DiccionarioVigente diccionario, PalabrasDeExpediente palabras, IStringLocalizer<Recursos.TextosDeExpediente> textos, TimeProvider reloj)
{
    /// <summary>In the order of the list; a retired page only while it has answers.</summary>
    public IReadOnlyList<TareaEnPapel> De(ExpedienteLeido leido) =>
    [
        .. diccionario.TodasLasPaginas.Where(p => p.Tipo != EscrituraDeHecho.Pagina).Select(p => (Hoja: DeLaPagina(p, leido), p.Retirada)).Where(h => h.Hoja.Contestada || !h.Retirada).Select(h => h.Hoja),
        .. ((TareaEnPapel[])[DeLaCalidad(leido), DeEntidad("Revision", leido), DeEntidad("Cierre", leido)]).Where(t => t.Contestada),
    ];

    private TareaEnPapel DeLaPagina(Pagina pagina, ExpedienteLeido leido)
    {
        if (pagina.Tipo != "generica")
        {
            return DeEntidad(pagina.Tipo, leido, pagina);
        }

        var renglones = resumen.De(pagina.Clave, leido);
        return new(pagina.Clave, PalabrasDeExpediente.Titulo(pagina), renglones.Any(r => r.Contestada) ? [(null, renglones)] : []);
    }

    // Rows with a screen of their own stand one after another; of consents, purpose by purpose.
    private TareaEnPapel DeEntidad(string grupo, ExpedienteLeido leido, Pagina? pagina = null)
    {
        var filas = diccionario.DeEntidad(grupo).Any() ? leido.Visibles.Filas.GetValueOrDefault(grupo, []) : [];
        return new(
            pagina?.Clave ?? grupo,
            pagina is null ? textos[$"Entidad.{grupo}"].Value : PalabrasDeExpediente.Titulo(pagina),
            [.. filas.OrderBy(f => (f.Respuestas.GetValueOrDefault("con_tipo")?.Valor as ValorDeOpcion)?.Codigo, StringComparer.Ordinal).ThenBy(f => f.Numero).Select(f => ((string?)null, Dichos(grupo, f.Numero, leido)))]);
    }

    // The first one is recorded with the file and has no row of answers.
    private TareaEnPapel DeLaCalidad(ExpedienteLeido leido) => new(
        DeterminarCalidadHandler.Grupo,
        textos["Calidad.Titulo"].Value,
        [.. leido.Expediente.Calidades.EnOrden().Select(c => (
            (string?)$"{palabras.Opcion("calidad_victima", c.Codigo)} · {palabras.Dias(c.Desde(reloj.LocalTimeZone), null)}",
            c.Fila is { } fila ? Dichos(DeterminarCalidadHandler.Grupo, fila, leido) : []))]);

    private IReadOnlyList<RenglonDeResumen> Dichos(string grupo, int fila, ExpedienteLeido leido) => [.. resumen.DeFila(grupo, fila, leido).Where(r => r.Contestada)];
}
