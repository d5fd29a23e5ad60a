namespace Sintra.Cuentas;

/// <param name="Respaldada">Its maker keeps a copy for the same person's other devices.</param>
public sealed record LlaveEnLista(Guid Id, string Nombre, DateTime CreadaEn, DateTime? UltimoUso, bool Respaldada);

public sealed record CambioEnLista(ClaseDeCambio Clase, DateTime En);

/// <summary>What opens one's own account, and what changed in it of late.</summary>
/// <param name="Codigos">Recovery codes not used yet.</param>
public sealed record Credenciales(bool Autenticador, int Codigos, IReadOnlyList<LlaveEnLista> Llaves, IReadOnlyList<CambioEnLista> Cambios);

public sealed class ConsultarCredencialesHandler(SintraDb db, Sesion sesion)
{
    /// <summary>Changes that a page shows.</summary>
    public const int Cambios = 10;

    public async Task<Credenciales> EjecutarAsync(CancellationToken ct) => new(
        await db.Cuentas.Where(c => c.Id == sesion.Cuenta).Select(c => c.SegundoFactor).SingleAsync(ct),
        await db.CodigosDeRecuperacion.CountAsync(c => c.Cuenta == sesion.Cuenta && c.UsadoEn == null, ct),
        await db.LlavesDeAcceso.AsNoTracking().VigentesDe(sesion.Cuenta)
            .OrderBy(l => l.CreadaEn)
            .Select(l => new LlaveEnLista(l.Id, l.Nombre, l.CreadaEn, l.UltimoUso, l.Respaldada))
            .ToListAsync(ct),
        await db.CambiosDeCredenciales.AsNoTracking()
            .Where(c => c.Cuenta == sesion.Cuenta)
            .OrderByDescending(c => c.En)
            .Take(Cambios)
            .Select(c => new CambioEnLista(c.Clase, c.En))
            .ToListAsync(ct));
}
