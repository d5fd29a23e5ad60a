namespace Sintra.Cuentas;

/// <param name="SinUso">Nobody used it; otherwise nobody confirmed it.</param>
public sealed record CuentaSuspendidaPorRevision(CuentaId Suspendida, bool SinUso) : ISuceso;

/// <summary>
/// Suspends the accounts that nobody uses and those that nobody confirmed (<see cref="RevisionDeCuentas"/>), each in a save of its own. Inviting again
/// brings one back. The last account that administers the country stays whatever its use.
/// </summary>
public sealed class SuspenderSinUsoHandler(SintraDb db, UltimaAdministracion ultima, CuentaManager cuentas, Bitacora bitacora, TimeProvider reloj)
{
    /// <returns>How many were suspended.</returns>
    public async Task<int> EjecutarAsync(CancellationToken ct)
    {
        var ahora = reloj.Ahora;
        var sinUsoDesde = ahora.AddDays(-RevisionDeCuentas.DiasSinUso);
        var sinConfirmarDesde = ahora.AddDays(-RevisionDeCuentas.DiasDeGracia).AddMonths(-RevisionDeCuentas.MesesDeConfirmacion);
        var (sesiones, invitaciones) = (db.SesionesAbiertas, db.Invitaciones);
        var vencidas = await db.Cuentas.AsNoTracking()
            .Where(c => c.Estado == EstadoDeCuenta.Activa)
            .Select(c => new
            {
                c.Id,
                SinConfirmar = (c.ConfirmadaEn ?? c.CreadaEn) <= sinConfirmarDesde,
                SinUso = c.CreadaEn <= sinUsoDesde
                    && !sesiones.Any(s => s.Cuenta == c.Id && s.Ultima > sinUsoDesde)
                    && !invitaciones.Any(i => i.Cuenta == c.Id && i.UsadaEn > sinUsoDesde),
            })
            .Where(c => c.SinConfirmar || c.SinUso)
            .OrderBy(c => c.Id)
            .ToListAsync(ct);

        var suspendidas = 0;
        foreach (var vencida in vencidas)
        {
            suspendidas += await SuspenderAsync(vencida.Id, vencida.SinUso, ct) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return suspendidas;
    }

    private async Task<bool> SuspenderAsync(CuentaId id, bool sinUso, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == id, ct);
        if (cuenta.Estado != EstadoDeCuenta.Activa || !await ultima.PuedeDejarloAsync(cuenta, ct))
        {
            return false;
        }

        await SuspenderCuentaHandler.CerrarAsync(db, cuentas, cuenta, reloj.Ahora, ct);
        bitacora.Asentar(new CuentaSuspendidaPorRevision(id, sinUso), como: CuentaId.Sistema);
        return await db.IntentarGuardarAsync(ct);
    }
}
