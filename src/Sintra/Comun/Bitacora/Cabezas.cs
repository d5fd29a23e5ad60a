namespace Sintra.Comun.Bitacora;

/// <summary>The last line of a lane.</summary>
public sealed record CabezaDeCarril(int Carril, long N, byte[] Mac);

internal static class ConsultaDeCabezas
{
    /// <summary>The head of every lane, in order: a few index seeks a lane, however long the log.</summary>
    public static Task<List<CabezaDeCarril>> CabezasAsync(this SintraDb db, CancellationToken ct) => db.Database.SqlQuery<CabezaDeCarril>(
        $"""
        with recursive c(carril) as (
            select min(carril) from asiento
            union all
            select (select min(a.carril) from asiento a where a.carril > c.carril) from c where c.carril is not null)
        select a.carril as "Carril", a.n as "N", a.mac as "Mac"
        from c join asiento a on a.carril = c.carril and a.n = (select max(u.n) from asiento u where u.carril = c.carril)
        order by a.carril
        """).ToListAsync(ct);
}
