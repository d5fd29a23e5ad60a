namespace Sintra.Cuentas;

public sealed record CuentaSuspendida(CuentaId Suspendida) : ISuceso;

/// <summary>
/// Takes an account's entrance away: its sessions end with this very write. Only accounts that one may shut out (<see cref="Delegacion.SuspendiblesAsync"/>), and never the last one
/// that administers the whole country: nobody could let it in again.
/// </summary>
public sealed class SuspenderCuentaHandler(
    SintraDb db, Sesion sesion, Delegacion delegacion, UltimaAdministracion ultima, CuentaManager cuentas, Bitacora bitacora, TimeProvider reloj)
{
    internal static readonly Falla FueraDeSuMano = new(null, "Esa cuenta tiene un perfil que usted no puede dar ni quitar. Pídalo a la administración nacional.");
    internal static readonly Falla AlMismoTiempo = new(null, "Alguien cambió las cuentas al mismo tiempo. Revise la lista e intente otra vez.");

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

        if (!(await delegacion.SuspendiblesAsync(ct)).Contains(cuenta.Perfil))
        {
            return FueraDeSuMano;
        }

        if (!await ultima.PuedeDejarloAsync(cuenta, ct))
        {
            return UltimaAdministracion.Falla;
        }

        await CerrarAsync(db, cuentas, cuenta, reloj.Ahora, ct);
        bitacora.Asentar(new CuentaSuspendida(id));
        return await db.IntentarGuardarAsync(ct) ? id : AlMismoTiempo;
    }

    /// <summary>Marks an account as suspended, its sessions and links as ended; whoever calls tells why and saves.</summary>
    internal static async Task CerrarAsync(SintraDb db, CuentaManager cuentas, Cuenta cuenta, DateTime ahora, CancellationToken ct)
    {
        cuenta.Estado = EstadoDeCuenta.Suspendida;
        (await cuentas.UpdateSecurityStampAsync(cuenta)).Exigir();
        foreach (var abierta in await db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id && s.Revocada == null).ToListAsync(ct))
        {
            abierta.Revocada = ahora;
        }

        // Links to it and links that it sent: whoever is shut out leaves no door ajar, and whom they invited in good faith is invited by another.
        foreach (var pendiente in await db.Invitaciones.Where(i => (i.Cuenta == cuenta.Id || i.CreadaPor == cuenta.Id) && i.UsadaEn == null).ToListAsync(ct))
        {
            pendiente.UsadaEn = ahora;
        }

        foreach (var abierta in await db.RecuperacionesDeAcceso.Where(r => r.AbiertaPor == cuenta.Id && r.Estado == EstadoDeRecuperacion.Abierta).ToListAsync(ct))
        {
            abierta.Cerrar(EstadoDeRecuperacion.Cancelada, cuenta.Id, ahora);
        }
    }
}
