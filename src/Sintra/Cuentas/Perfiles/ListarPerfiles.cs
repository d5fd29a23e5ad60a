namespace Sintra.Cuentas;

/// <param name="Cuentas">Accounts that hold it and are not suspended.</param>
public sealed record PerfilEnLista(Perfil Perfil, int Permisos, int Cuentas);

/// <param name="PorQueNo">Why whoever asks may not change it; null when they may.</param>
public sealed record PerfilLeido(Perfil Perfil, IReadOnlySet<Permiso> Permisos, int Cuentas, string? PorQueNo);

/// <summary>Profiles, with how many people hold each.</summary>
public sealed class ListarPerfilesHandler(SintraDb db, GuardarPerfilHandler guardar)
{
    /// <summary>Those in use first, by name.</summary>
    public async Task<List<PerfilEnLista>> EjecutarAsync(CancellationToken ct)
    {
        var (permisos, cuentas) = (db.PermisosDePerfil, db.Cuentas);
        return await db.Perfiles.AsNoTracking()
            .OrderBy(p => p.RetiradoEn != null).ThenBy(p => p.Nombre)
            .Select(p => new PerfilEnLista(
                p,
                permisos.Count(x => x.Perfil == p.Clave),
                cuentas.Count(c => c.Perfil == p.Clave && c.Estado != EstadoDeCuenta.Suspendida)))
            .ToListAsync(ct);
    }

    public async Task<PerfilLeido?> LeerAsync(string clave, CancellationToken ct)
    {
        if (await db.Perfiles.AsNoTracking().SingleOrDefaultAsync(p => p.Clave == clave, ct) is not { } perfil)
        {
            return null;
        }

        return new(
            perfil,
            await db.PermisosDePerfil.Where(p => p.Perfil == clave).Select(p => p.Permiso).ToHashSetAsync(ct),
            await db.Cuentas.CountAsync(c => c.Perfil == clave && c.Estado != EstadoDeCuenta.Suspendida, ct),
            (await guardar.PorQueNoAsync(perfil, ct))?.Mensaje);
    }
}
