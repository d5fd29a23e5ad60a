namespace Sintra.Cuentas;

public sealed record CuentaSuspendida(CuentaId Suspendida) : ISuceso;

/// <summary>Takes an account's entrance away: its sessions end with this very write.</summary>
public sealed class SuspenderCuentaHandler(SintraDb db, Sesion sesion, CuentaManager cuentas, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Whether there is such an account within reach.</summary>
    public Task<bool> ExisteAsync(CuentaId id, CancellationToken ct) => db.Cuentas.AlAlcanceDe(sesion).AnyAsync(c => c.Id == id, ct);

    public async Task<Resultado<CuentaId>> EjecutarAsync(CuentaId id, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.AlAlcanceDe(sesion).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (cuenta is null)
        {
            return new NoExiste();
        }

        if (cuenta.Id == sesion.Cuenta)
        {
            return new Falla(null, "No puede suspender su propia cuenta. Pídalo a otra persona que administre.");
        }

        cuenta.Estado = EstadoDeCuenta.Suspendida;
        (await cuentas.UpdateSecurityStampAsync(cuenta)).Exigir();
        foreach (var abierta in await db.SesionesAbiertas.Where(s => s.Cuenta == id && s.Revocada == null).ToListAsync(ct))
        {
            abierta.Revocada = reloj.Ahora;
        }

        foreach (var pendiente in await db.Invitaciones.Where(i => i.Cuenta == id && i.UsadaEn == null).ToListAsync(ct))
        {
            pendiente.UsadaEn = reloj.Ahora;
        }

        bitacora.Asentar(new CuentaSuspendida(id));
        await db.SaveChangesAsync(ct);
        return id;
    }
}
