using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>Criteria as a query, always within reach. Drafts and what was given up appear only to who asks for that very state.</summary>
public sealed class FiltroDeExpedientes(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    public IQueryable<Expediente> De(CriteriosDeBusqueda criterios)
    {
        var consulta = Estado(db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj), criterios.Estado);
        if (criterios.Folio is { } folio)
        {
            consulta = consulta.Where(e => e.Folio == folio);
        }

        if (criterios.EdadDesde is { } edadDesde)
        {
            consulta = consulta.Where(e => e.Filtros.EdadMaxima >= edadDesde);
        }

        if (criterios.EdadHasta is { } edadHasta)
        {
            consulta = consulta.Where(e => e.Filtros.EdadMinima <= edadHasta);
        }

        return criterios.Codigos.Aggregate(Institucion(Deteccion(consulta, criterios), criterios.Institucion), (q, c) => q.QueDicen(c.Variable, c.Codigo));
    }

    private static IQueryable<Expediente> Estado(IQueryable<Expediente> consulta, EstadoDeExpediente? estado) => estado is { } dicho
        ? consulta.Where(e => e.Estado == dicho)
        : consulta.Where(e => e.Estado != EstadoDeExpediente.Borrador && (e.Estado != EstadoDeExpediente.Anulado || e.Folio != null));

    // An end that is not known is open: «before March» may have been in February.
    private static IQueryable<Expediente> Deteccion(IQueryable<Expediente> consulta, CriteriosDeBusqueda criterios)
    {
        if (criterios.DeteccionDesde is { } desde)
        {
            consulta = consulta.Where(e => e.Filtros.DeteccionHasta >= desde || (e.Filtros.DeteccionHasta == null && e.Filtros.DeteccionDesde != null));
        }

        if (criterios.DeteccionHasta is { } hasta)
        {
            consulta = consulta.Where(e => e.Filtros.DeteccionDesde <= hasta || (e.Filtros.DeteccionDesde == null && e.Filtros.DeteccionHasta != null));
        }

        return consulta;
    }

    private IQueryable<Expediente> Institucion(IQueryable<Expediente> consulta, string? cual)
    {
        var propia = sesion.Institucion;
        return cual switch
        {
            null => consulta,
            CriteriosDeBusqueda.Mia => consulta.Where(e => e.Institucion == propia),
            CriteriosDeBusqueda.Otras => consulta.Where(e => e.Institucion != propia),
            _ => consulta.Where(e => e.Institucion == cual),
        };
    }
}
