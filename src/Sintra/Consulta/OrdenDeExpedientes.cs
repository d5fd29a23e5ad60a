using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>Where a page ended: what its last line is ordered by.</summary>
internal sealed record TopeDePagina(ExpedienteId Id, DateTime CreadoEn, DateOnly? Deteccion, string? Folio)
{
    public static readonly Expression<Func<Expediente, TopeDePagina>> De = e => new(e.Id, e.CreadoEn, e.Filtros.DeteccionDesde, e.Folio);
}

/// <summary>Orders of a search, each with the id as its last word, so that a page by key neither skips nor repeats any where many are alike.</summary>
internal static class OrdenDeExpedientes
{
    public static IQueryable<Expediente> Desde(IQueryable<Expediente> consulta, OrdenDeBusqueda orden, TopeDePagina? tope) => orden switch
    {
        OrdenDeBusqueda.Folio => PorFolio(consulta, tope),
        OrdenDeBusqueda.Deteccion => PorDeteccion(consulta, tope),
        _ => PorRegistro(consulta, tope),
    };

    private static IQueryable<Expediente> PorRegistro(IQueryable<Expediente> consulta, TopeDePagina? tope)
    {
        if (tope is { Id: var id, CreadoEn: var creado })
        {
            consulta = consulta.Where(e => e.CreadoEn <= creado && (e.CreadoEn < creado || e.Id < id));
        }

        return consulta.OrderByDescending(e => e.CreadoEn).ThenByDescending(e => e.Id);
    }

    private static IQueryable<Expediente> PorDeteccion(IQueryable<Expediente> consulta, TopeDePagina? tope)
    {
        consulta = tope switch
        {
            null => consulta,
            { Deteccion: { } dia, Id: var id } => consulta.Where(e => e.Filtros.DeteccionDesde == null || e.Filtros.DeteccionDesde < dia || (e.Filtros.DeteccionDesde == dia && e.Id < id)),
            { Id: var id } => consulta.Where(e => e.Filtros.DeteccionDesde == null && e.Id < id),
        };
        return consulta.OrderBy(e => e.Filtros.DeteccionDesde == null).ThenByDescending(e => e.Filtros.DeteccionDesde).ThenByDescending(e => e.Id);
    }

    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, as it orders: by one collation.")]
    private static IQueryable<Expediente> PorFolio(IQueryable<Expediente> consulta, TopeDePagina? tope)
    {
        consulta = tope switch
        {
            null => consulta,
            { Folio: { } folio } => consulta.Where(e => e.Folio == null || string.Compare(e.Folio, folio) > 0),
            { Id: var id } => consulta.Where(e => e.Folio == null && e.Id < id),
        };
        return consulta.OrderBy(e => e.Folio == null).ThenBy(e => e.Folio).ThenByDescending(e => e.Id);
    }
}
