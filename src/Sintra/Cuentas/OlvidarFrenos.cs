namespace Sintra.Cuentas;

/// <summary>
/// Forgets addresses that nobody has typed for a day, so that typing at random does not grow the table for ever. Apart from signing in,
/// by the clock: there its cost would tell a new address from a known one. No fact, for nothing happened to anybody.
/// </summary>
public sealed class OlvidarFrenosHandler(SintraDb db, TimeProvider reloj)
{
    private static readonly TimeSpan Olvido = TimeSpan.FromDays(1);

    public Task<int> EjecutarAsync(CancellationToken ct)
    {
        var limite = reloj.Ahora - Olvido;
        return db.FrenosDeAcceso.Where(f => f.Ultima < limite).ExecuteDeleteAsync(ct);
    }
}
