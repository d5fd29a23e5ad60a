namespace Sintra.Cuentas;

/// <summary>Somebody always administers the country: nobody could let anyone in again.</summary>
public sealed class UltimaAdministracion(SintraDb db)
{
    public static readonly Falla Falla = new(null, "Es la única cuenta activa que administra todo el país. Invite antes a otra.");

    /// <summary>
    /// Whether this account may cease to administer the country, for whatever reason. The one that stays is written too, with the same save:
    /// of two administrators who take each other's place at once, one fails.
    /// </summary>
    public async Task<bool> PuedeDejarloAsync(Cuenta cuenta, CancellationToken ct)
    {
        var permisos = db.PermisosDePerfil.Where(p => p.Permiso == Permiso.CuentaAdministrarNacional);
        if (cuenta.Estado != EstadoDeCuenta.Activa || !await permisos.AnyAsync(p => p.Perfil == cuenta.Perfil, ct))
        {
            return true;
        }

        var otra = await db.Cuentas
            .Where(c => c.Id != cuenta.Id && c.Estado == EstadoDeCuenta.Activa && permisos.Any(p => p.Perfil == c.Perfil))
            .OrderBy(c => c.Id)
            .FirstOrDefaultAsync(ct);
        otra?.Version = Guid.CreateVersion7();
        return otra is not null;
    }

    /// <summary>Whether a profile may lose the administration of the country: somebody active has it through another.</summary>
    public async Task<bool> PuedeDejarloElPerfilAsync(string perfil, CancellationToken ct)
    {
        var permisos = db.PermisosDePerfil.Where(p => p.Permiso == Permiso.CuentaAdministrarNacional);
        if (!await permisos.AnyAsync(p => p.Perfil == perfil, ct))
        {
            return true;
        }

        var otra = await db.Cuentas
            .Where(c => c.Perfil != perfil && c.Estado == EstadoDeCuenta.Activa && permisos.Any(p => p.Perfil == c.Perfil))
            .OrderBy(c => c.Id)
            .FirstOrDefaultAsync(ct);
        otra?.Version = Guid.CreateVersion7();
        return otra is not null;
    }
}
