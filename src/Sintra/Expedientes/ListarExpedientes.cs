namespace Sintra.Expedientes;

/// <summary>One line of a list of files: nothing that identifies anyone.</summary>
public sealed record RenglonDeExpediente(
    ExpedienteId Expediente,
    string? Folio,
    EstadoDeExpediente Estado,
    string? NivelIdentificacion,
    string? Sexo,
    int? EdadMinima,
    int? EdadMaxima,
    string? Calidad,
    string Institucion,
    string? InstitucionQueCaptura,
    DateTime CreadoEn)
{
    /// <summary>Of a draft: when it is purged, unless something more is written; null of what does not expire (UTC).</summary>
    public DateTime? Caduca { get; init; }

    /// <summary>Its author has already been told that it expires, or is about to be.</summary>
    public bool CaducaPronto(DateTime ahora) => Caduca?.AddDays(CaducidadDeBorrador.DiasDeAviso - CaducidadDeBorrador.Dias) <= ahora;
}

/// <summary>A draft file that its author left until it expired.</summary>
public sealed record BorradorCaducado(ExpedienteId Expediente, DateTime CreadoEn, DateTime CaducoEn);

/// <summary>A file that a load began and nobody has completed, with what is known of it.</summary>
/// <param name="Numero">The institution's own number of the person.</param>
/// <param name="NumeroDeHecho">Its own number of the event.</param>
public sealed record RenglonDeCarga(
    ExpedienteId Expediente,
    HechoId Hecho,
    string? Numero,
    string? NumeroDeHecho,
    string? NivelIdentificacion,
    string? Sexo,
    DateOnly? DeteccionDesde,
    DateOnly? DeteccionHasta,
    string? Entidad,
    string? Municipio);

/// <summary>One page of a list, and the key after which the next one begins; null when there is none.</summary>
public sealed record PaginaDeLista<T>(IReadOnlyList<T> Renglones, ExpedienteId? Siguiente);

/// <summary>Files within reach, newest first, in pages by key.</summary>
public sealed class ListarExpedientesHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    public const int PorPagina = 25;

    /// <summary>Drafts of whoever asks, which nobody else sees.</summary>
    /// <param name="antesDe">Key of the last line of the page before; null for the first page.</param>
    public async Task<PaginaDeLista<RenglonDeExpediente>> BorradoresAsync(ExpedienteId? antesDe, CancellationToken ct)
    {
        var pagina = await ProyectarAsync(Borradores.Where(e => e.CapturadoPor == sesion.Cuenta), antesDe, ct);
        var ids = pagina.Renglones.Select(r => r.Expediente).ToList();
        var escritas = await db.Secciones.Where(s => ids.Contains(s.Expediente)).GroupBy(s => s.Expediente).Select(g => new { g.Key, En = g.Max(s => s.EscritaEn) }).ToDictionaryAsync(g => g.Key, g => g.En, ct);
        var cuenta = sesion.Cuenta;
        var tecleados = await db.Borradores.Where(b => b.Cuenta == cuenta).Select(b => new { b.Ruta, b.EscritoEn }).ToListAsync(ct);
        return pagina with
        {
            Renglones = [.. pagina.Renglones.Select(r => r with
            {
                Caduca = tecleados.Where(t => t.Ruta.StartsWith(RutaDeBorrador.De(r.Expediente), StringComparison.Ordinal)).Select(t => t.EscritoEn)
                    .Append(escritas.GetValueOrDefault(r.Expediente, r.CreadoEn)).Max().AddDays(CaducidadDeBorrador.Dias),
            })],
        };
    }

    /// <summary>Drafts of whoever asks that expired in the last four weeks: that they did is explained, not left to be wondered at.</summary>
    public Task<List<BorradorCaducado>> CaducadosAsync(CancellationToken ct)
    {
        var (cuenta, sistema, desde) = (sesion.Cuenta, CuentaId.Sistema, reloj.Ahora.AddDays(-CaducidadDeBorrador.Dias));
        return (
            from e in db.Expedientes.AlAlcanceDe(sesion, reloj)
            join m in db.Movimientos on e.Id equals m.Expediente
            where e.CapturadoPor == cuenta && e.Estado == EstadoDeExpediente.Anulado && m.De == EstadoDeExpediente.Borrador && m.HechoPor == sistema && m.HechoEn > desde
            orderby m.HechoEn descending
            select new BorradorCaducado(e.Id, e.CreadoEn, m.HechoEn)).Take(PorPagina).ToListAsync(ct);
    }

    /// <summary>All but drafts, and but drafts that were given up, of which nothing is left.</summary>
    public Task<PaginaDeLista<RenglonDeExpediente>> RegistradosAsync(ExpedienteId? antesDe, CancellationToken ct)
    {
        var descartes = db.Movimientos.Where(m => m.De == EstadoDeExpediente.Borrador && m.A == EstadoDeExpediente.Anulado);
        return ProyectarAsync(
            db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e =>
                e.Estado != EstadoDeExpediente.Borrador && (e.Estado != EstadoDeExpediente.Anulado || !descartes.Any(m => m.Expediente == e.Id))),
            antesDe,
            ct);
    }

    /// <summary>Files that wait for another person: to be validated, or to be corrected.</summary>
    public Task<PaginaDeLista<RenglonDeExpediente>> EnValidacionAsync(ExpedienteId? antesDe, CancellationToken ct) =>
        ProyectarAsync(EnValidacion, antesDe, ct);

    public Task<bool> HayEnValidacionAsync(CancellationToken ct) => EnValidacion.AnyAsync(ct);

    private IQueryable<Expediente> EnValidacion => db.Expedientes.AlAlcanceDe(sesion, reloj)
        .Where(e => e.Estado == EstadoDeExpediente.EnRevision || e.Estado == EstadoDeExpediente.ConObservaciones);

    /// <summary>Whether a load left files that wait for somebody of the institution.</summary>
    public Task<bool> HayDeLaCargaAsync(CancellationToken ct) => DeLaCarga.AnyAsync(ct);

    /// <summary>The files that a load began for the institution and nobody has registered.</summary>
    public async Task<PaginaDeLista<RenglonDeCarga>> DeLaCargaAsync(ExpedienteId? antesDe, CancellationToken ct)
    {
        var hechos = db.Hechos;
        return Cortar(
            await Desde(DeLaCarga, antesDe)
                .Select(e => new RenglonDeCarga(
                    e.Id,
                    e.Hecho,
                    e.NumeroDeOrigen,
                    hechos.Where(h => h.Id == e.Hecho).Select(h => h.NumeroDeOrigen).FirstOrDefault(),
                    e.Filtros.NivelIdentificacion,
                    e.Filtros.Sexo,
                    e.Filtros.DeteccionDesde,
                    e.Filtros.DeteccionHasta,
                    e.Filtros.DeteccionEntidad,
                    e.Filtros.DeteccionMunicipio))
                .ToListAsync(ct),
            r => r.Expediente);
    }

    /// <summary>The file of a folio, when it is within reach.</summary>
    public Task<ExpedienteId?> PorFolioAsync(string folio, CancellationToken ct) => db.Expedientes
        .AlAlcanceDe(sesion, reloj)
        .Where(e => e.Folio == folio)
        .Select(e => (ExpedienteId?)e.Id)
        .SingleOrDefaultAsync(ct);

    private IQueryable<Expediente> Borradores => db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e => e.Estado == EstadoDeExpediente.Borrador);

    private IQueryable<Expediente> DeLaCarga
    {
        get
        {
            var sistema = CuentaId.Sistema;
            return Borradores.Where(e => e.CapturadoPor == sistema);
        }
    }

    private async Task<PaginaDeLista<RenglonDeExpediente>> ProyectarAsync(IQueryable<Expediente> consulta, ExpedienteId? antesDe, CancellationToken ct) => Cortar(
        await Desde(consulta, antesDe)
            .Select(e => new RenglonDeExpediente(
                e.Id,
                e.Folio,
                e.Estado,
                e.Filtros.NivelIdentificacion,
                e.Filtros.Sexo,
                e.Filtros.EdadMinima,
                e.Filtros.EdadMaxima,
                e.Filtros.Calidad,
                e.Institucion,
                e.InstitucionQueCaptura,
                e.CreadoEn))
            .ToListAsync(ct),
        r => r.Expediente);

    // Those of one load may be born in one instant: the id decides between them, so that no page skips any.
    private IQueryable<Expediente> Desde(IQueryable<Expediente> consulta, ExpedienteId? antesDe)
    {
        if (antesDe is { } tope)
        {
            var nacimiento = db.Expedientes.Where(e => e.Id == tope).Select(e => e.CreadoEn);
            consulta = consulta.Where(e => e.CreadoEn <= nacimiento.FirstOrDefault() && (e.CreadoEn < nacimiento.FirstOrDefault() || e.Id < tope));
        }

        return consulta.AsNoTracking().OrderByDescending(e => e.CreadoEn).ThenByDescending(e => e.Id).Take(PorPagina + 1);
    }

    private static PaginaDeLista<T> Cortar<T>(List<T> renglones, Func<T, ExpedienteId> llave) => renglones.Count > PorPagina
        ? new(renglones[..PorPagina], llave(renglones[PorPagina - 1]))
        : new(renglones, null);
}
