namespace Sintra.Cuentas;

public sealed record CuentaSuspendida(CuentaId Suspendida) : ISuceso;

/// <summary>
/// Takes an account's entrance away: its sessions end with this very write. Only accounts whose profile one may give, and never the last one
/// that administers the whole country: nobody could let it in again.
/// </summary>
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

        if (!await db.Perfiles.OfrecidosA(sesion).AnyAsync(p => p.Clave == cuenta.Perfil, ct))
        {
            return new Falla(null, "Esa cuenta tiene un perfil que usted no puede dar ni quitar. Pídalo a la administración nacional.");
        }

        if (await AdministraElPaisAsync(cuenta, ct) && !await QuedaOtraAsync(cuenta, ct))
        {
            return new Falla(null, "Es la única cuenta activa que administra todo el país. Invite antes a otra.");
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
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Falla(null, "Alguien cambió las cuentas al mismo tiempo. Revise la lista e intente otra vez.");
        }

        return id;
    }

    private Task<bool> AdministraElPaisAsync(Cuenta cuenta, CancellationToken ct) =>
        db.PermisosDePerfil.AnyAsync(p => p.Perfil == cuenta.Perfil && p.Permiso == Permiso.CuentaAdministrarNacional, ct);

    // The one that stays is written too: of two administrators who suspend each other at once, one fails.
    private async Task<bool> QuedaOtraAsync(Cuenta cuenta, CancellationToken ct)
    {
        var permisos = db.PermisosDePerfil;
        var otra = await db.Cuentas
            .Where(c => c.Id != cuenta.Id && c.Estado == EstadoDeCuenta.Activa && permisos.Any(p => p.Perfil == c.Perfil && p.Permiso == Permiso.CuentaAdministrarNacional))
            .OrderBy(c => c.Id)
            .FirstOrDefaultAsync(ct);
        otra?.Version = Guid.CreateVersion7();
        return otra is not null;
    }
}
