namespace Sintra.Cuentas;

public sealed record PerfilesDelegados([property: DatoPublico] string Institucion, [property: DatoPublico] IReadOnlyList<string> Claves) : ISuceso;

/// <param name="Clave">Of the profile.</param>
public sealed record PerfilDelegable(string Clave, string Nombre, bool Delegado);

/// <summary>Says which profiles the administrators of an institution may give within it. It acts on their next request.</summary>
public sealed class DelegarPerfilesHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <returns>Null when there is no such institution within reach.</returns>
    public async Task<IReadOnlyList<PerfilDelegable>?> VerAsync(string institucion, CancellationToken ct)
    {
        if (!await ExisteAsync(institucion, ct))
        {
            return null;
        }

        var permisos = (await db.PermisosDePerfil.AsNoTracking().ToListAsync(ct)).ToLookup(p => p.Perfil, p => p.Permiso);
        var delegados = await db.Set<PerfilDelegado>().Where(d => d.Institucion == institucion).Select(d => d.Perfil).ToHashSetAsync(ct);
        var perfiles = await db.Perfiles.AsNoTracking().OrderBy(p => p.Nombre).ToListAsync(ct);
        return [.. perfiles.Where(p => Delegacion.EsDelegable(p, permisos[p.Clave])).Select(p => new PerfilDelegable(p.Clave, p.Nombre, delegados.Contains(p.Clave)))];
    }

    /// <param name="claves">All that stay or become delegated; the rest are withdrawn.</param>
    public async Task<Resultado<int>> EjecutarAsync(string institucion, IReadOnlyCollection<string> claves, CancellationToken ct)
    {
        if (await VerAsync(institucion, ct) is not { } delegables)
        {
            return new NoExiste();
        }

        if (claves.Except(delegables.Select(d => d.Clave)).Any())
        {
            return new Falla("Claves", "Elija perfiles de la lista: los demás no se delegan.");
        }

        var actuales = await db.Set<PerfilDelegado>().Where(d => d.Institucion == institucion).ToListAsync(ct);
        db.RemoveRange(actuales.Where(a => !claves.Contains(a.Perfil)));
        db.AddRange(claves.Distinct().Except(actuales.Select(a => a.Perfil)).Select(clave => new PerfilDelegado
        {
            Institucion = institucion,
            Perfil = clave,
            DelegadoEn = reloj.Ahora,
            DelegadoPor = sesion.Cuenta,
        }));
        bitacora.Asentar(new PerfilesDelegados(institucion, [.. claves.Distinct().Order(StringComparer.Ordinal)]));
        return await db.IntentarGuardarAsync(ct) ? claves.Count : new Falla(null, "Alguien cambió lo mismo al mismo tiempo. Revise cómo quedó.");
    }

    private Task<bool> ExisteAsync(string institucion, CancellationToken ct) => db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == institucion, ct);
}
