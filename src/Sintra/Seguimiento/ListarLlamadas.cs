namespace Sintra.Seguimiento;

/// <summary>One page of a list of calls, and the call after which the next begins.</summary>
public sealed record PaginaDeLlamadas(IReadOnlyList<Llamada> Llamadas, Guid? Siguiente);

/// <summary>The calls that one's institution answered, newest first.</summary>
public sealed class ListarLlamadasHandler(SintraDb db, Sesion sesion)
{
    private const int PorPagina = 25;

    /// <param name="antesDe">Last call of the page before; null for the first page.</param>
    public async Task<PaginaDeLlamadas> EjecutarAsync(Guid? antesDe, CancellationToken ct)
    {
        var institucion = sesion.Institucion;
        var suyas = db.Llamadas.AsNoTracking().Where(l => l.Institucion == institucion);
        if (antesDe is { } tope && await suyas.Where(l => l.Id == tope).Select(l => (DateTime?)l.CreadaEn).SingleOrDefaultAsync(ct) is { } nacimiento)
        {
            suyas = suyas.Where(l => l.CreadaEn < nacimiento || (l.CreadaEn == nacimiento && l.Id < tope));
        }

        var llamadas = await suyas.OrderByDescending(l => l.CreadaEn).ThenByDescending(l => l.Id).Take(PorPagina + 1).ToListAsync(ct);
        return llamadas.Count > PorPagina ? new(llamadas[..PorPagina], llamadas[PorPagina - 1].Id) : new(llamadas, null);
    }
}
