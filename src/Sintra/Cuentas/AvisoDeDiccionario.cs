using Sintra.Diccionario;

namespace Sintra.Cuentas;

/// <summary>The version in force is new to this account.</summary>
/// <param name="Elementos">How many it brought, changed or retired.</param>
public sealed record CambioPorVer(int Version, DateOnly Desde, int Elementos);

/// <summary>Tells whoever captures that the questions changed: for fourteen days, or until they say that they have seen it.</summary>
public sealed class AvisoDeDiccionarioHandler(SintraDb db, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    public const int Dias = 14;

    /// <returns>Null when there is nothing to tell, or to whom.</returns>
    public async Task<CambioPorVer?> EjecutarAsync(CancellationToken ct)
    {
        var (version, limite, cuenta) = (diccionario.Version, reloj.Hoy.AddDays(-Dias), sesion.Cuenta);
        if (version <= 1 || !(sesion.Puede(Permiso.ExpedienteRegistrar) || sesion.Puede(Permiso.ExpedienteEscribir)))
        {
            return null;
        }

        var (elementos, cuentas) = (db.ElementosDeDiccionario, db.Cuentas);
        return await db.VersionesDeDiccionario.AsNoTracking()
            .Where(v => v.Numero == version && v.Desde > limite && cuentas.Any(c => c.Id == cuenta && c.DiccionarioVisto < version))
            .Select(v => new CambioPorVer(v.Numero, v.Desde, elementos.Count(e => e.Version == v.Numero)))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>The account has seen what is in force: no fact, for nothing of the register changes.</summary>
    public Task VistoAsync(CancellationToken ct)
    {
        var (version, cuenta) = (diccionario.Version, sesion.Cuenta);
        return db.Cuentas.Where(c => c.Id == cuenta && c.DiccionarioVisto < version).ExecuteUpdateAsync(c => c.SetProperty(x => x.DiccionarioVisto, version), ct);
    }
}
