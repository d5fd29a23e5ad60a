using Sintra.Expedientes;

namespace Sintra.Consulta;

public enum OrdenDeBusqueda
{
    /// <summary>Newest first.</summary>
    Registro,

    /// <summary>Last detected first; not known, last.</summary>
    Deteccion,

    /// <summary>By folio; those without one, last.</summary>
    Folio,
}

/// <param name="Despues">Last line of the page before; null for the first page.</param>
public sealed record BuscarExpedientes(CriteriosDeBusqueda Criterios, OrdenDeBusqueda Orden, ExpedienteId? Despues);

/// <summary>One file found: nothing that identifies anyone.</summary>
public sealed record RenglonDeBusqueda(
    ExpedienteId Expediente,
    string? Folio,
    EstadoDeExpediente Estado,
    string Institucion,
    string? InstitucionQueCaptura,
    DateTime CreadoEn,
    FiltrosDeExpediente Filtros);

/// <param name="Siguiente">Key after which the next page begins; null when there is none.</param>
/// <param name="Total">How many there are, where the page itself tells; null where they must be counted.</param>
/// <param name="Recortada">Many more may be like that identity: only those most alike were looked at.</param>
public sealed record PaginaDeBusqueda(IReadOnlyList<RenglonDeBusqueda> Renglones, ExpedienteId? Siguiente, int? Total, bool Recortada);

/// <summary>
/// Files within reach that meet the criteria, in pages by key. Its fact names the criteria, never what they say; by identity, each file shown has a
/// reading of its own, for whoever finds it by a name has learnt whose it is.
/// </summary>
public sealed class BuscarExpedientesHandler(SintraDb db, FiltroDeExpedientes filtro, HalladosPorIdentidad hallados, Bitacora bitacora)
{
    public const int PorPagina = 25;

    /// <summary>What «Quién ha consultado» of a file calls having been found by a search by identity.</summary>
    public const string Pantalla = "consulta";

    /// <returns>It does not exist: the search by identity has ended, or was another's.</returns>
    public async Task<Resultado<PaginaDeBusqueda>> EjecutarAsync(BuscarExpedientes orden, CancellationToken ct)
    {
        var pagina = orden.Criterios.Identidad is { } identidad
            ? await PorIdentidadAsync(orden, identidad, ct)
            : Cortar(await OrdenDeExpedientes.Desde(filtro.De(orden.Criterios), orden.Orden, await TopeAsync(orden, ct)).Take(PorPagina + 1).Select(Renglon).ToListAsync(ct), orden.Despues is null);
        if (pagina is null)
        {
            return new NoExiste();
        }

        bitacora.Asentar(new BusquedaHecha(orden.Criterios.Claves, pagina.Renglones.Count, orden.Despues is null));
        if (orden.Criterios.Identidad is not null)
        {
            foreach (var renglon in pagina.Renglones)
            {
                bitacora.Asentar(new ExpedienteConsultado(Pantalla), renglon.Expediente);
            }
        }

        await db.SaveChangesAsync(ct);
        return pagina;
    }

    internal static readonly System.Linq.Expressions.Expression<Func<Expediente, RenglonDeBusqueda>> Renglon =
        e => new(e.Id, e.Folio, e.Estado, e.Institucion, e.InstitucionQueCaptura, e.CreadoEn, e.Filtros);

    private async Task<TopeDePagina?> TopeAsync(BuscarExpedientes orden, CancellationToken ct) =>
        orden.Despues is { } id ? await filtro.De(new() { Estado = orden.Criterios.Estado }).Where(e => e.Id == id).Select(TopeDePagina.De).SingleOrDefaultAsync(ct) : null;

    // Few enough to be looked at whole; the most alike first.
    private async Task<PaginaDeBusqueda?> PorIdentidadAsync(BuscarExpedientes orden, Guid identidad, CancellationToken ct)
    {
        if (await hallados.DeAsync(identidad, ct) is not { } hallazgo)
        {
            return null;
        }

        var ids = hallazgo.Expedientes.ToList();
        var lugar = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var todos = (await filtro.De(orden.Criterios).Where(e => ids.Contains(e.Id)).Select(Renglon).ToListAsync(ct)).OrderBy(r => lugar[r.Expediente]).ToList();
        var desde = orden.Despues is { } despues ? todos.FindIndex(r => r.Expediente == despues) + 1 : 0;
        return Cortar(todos[desde..], desde == 0) with { Total = todos.Count, Recortada = hallazgo.Recortado };
    }

    private static PaginaDeBusqueda Cortar(List<RenglonDeBusqueda> renglones, bool esPrimera) => renglones.Count > PorPagina
        ? new(renglones[..PorPagina], renglones[PorPagina - 1].Expediente, null, false)
        : new(renglones, null, esPrimera ? renglones.Count : null, false);
}
