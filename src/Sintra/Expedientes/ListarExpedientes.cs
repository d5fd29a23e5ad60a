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
    DateTime CreadoEn);

/// <summary>Files within reach, newest first, in pages by key.</summary>
public sealed class ListarExpedientesHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    public const int PorPagina = 25;

    /// <summary>Drafts of whoever asks, which nobody else sees, and those that a load began for the institution.</summary>
    public Task<List<RenglonDeExpediente>> BorradoresAsync(CancellationToken ct) => ProyectarAsync(
        db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e => e.Estado == EstadoDeExpediente.Borrador), PorPagina, ct);

    /// <param name="antesDe">Key of the last line of the page before; null for the first page.</param>
    public Task<List<RenglonDeExpediente>> RegistradosAsync(ExpedienteId? antesDe, CancellationToken ct)
    {
        var consulta = db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e => e.Estado != EstadoDeExpediente.Borrador);
        if (antesDe is { } tope)
        {
            // Ids are ordered by birth, so the key alone pages.
            var nacimiento = db.Expedientes.Where(e => e.Id == tope).Select(e => e.CreadoEn);
            consulta = consulta.Where(e => e.CreadoEn < nacimiento.FirstOrDefault());
        }

        return ProyectarAsync(consulta, PorPagina + 1, ct);
    }

    /// <summary>The file of a folio, when it is within reach.</summary>
    public Task<ExpedienteId?> PorFolioAsync(string folio, CancellationToken ct) => db.Expedientes
        .AlAlcanceDe(sesion, reloj)
        .Where(e => e.Folio == folio)
        .Select(e => (ExpedienteId?)e.Id)
        .SingleOrDefaultAsync(ct);

    private static Task<List<RenglonDeExpediente>> ProyectarAsync(IQueryable<Expediente> consulta, int cuantos, CancellationToken ct) => consulta
        .AsNoTracking()
        .OrderByDescending(e => e.CreadoEn)
        .Take(cuantos)
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
            e.CreadoEn))
        .ToListAsync(ct);
}
