namespace Sintra.Cuentas;

/// <param name="Administrable">Whoever asks may change its profile or recover it.</param>
/// <param name="Suspendible">Whoever asks may take its entrance away.</param>
public sealed record CuentaEnLista(
    CuentaId Id, string Nombre, string Correo, string Institucion, string Perfil, EstadoDeCuenta Estado, bool SegundoFactor, bool Administrable, bool Suspendible);

public sealed record SesionEnLista(Guid Id, DateTime Creada, DateTime Ultima, string Agente);

/// <summary>Accounts within reach, and one's own account.</summary>
public sealed class ListarCuentasHandler(SintraDb db, Sesion sesion, Delegacion delegacion, TimeProvider reloj)
{
    /// <summary>What a page holds; beyond it people choose an institution.</summary>
    public const int Maximo = 200;

    /// <param name="institucion">Key, or null for all within reach.</param>
    public async Task<List<CuentaEnLista>> EjecutarAsync(string? institucion, CancellationToken ct)
    {
        var (claves, suspendibles) = (await delegacion.ClavesAsync(ct), await delegacion.SuspendiblesAsync(ct));
        var llaves = db.LlavesDeAcceso;
        return await (
            from c in db.Cuentas.AsNoTracking().AlAlcanceDe(sesion)
            join p in db.Perfiles on c.Perfil equals p.Clave
            where institucion == null || c.Institucion == institucion
            orderby c.Institucion, c.CorreoNormalizado
            select new CuentaEnLista(
                c.Id,
                c.Nombre,
                c.Correo,
                c.Institucion,
                p.Nombre,
                c.Estado,
                c.SegundoFactor || llaves.Any(l => l.Cuenta == c.Id && l.RevocadaEn == null),
                c.Id != sesion.Cuenta && claves.Contains(c.Perfil),
                c.Id != sesion.Cuenta && c.Estado != EstadoDeCuenta.Suspendida && suspendibles.Contains(c.Perfil))).Take(Maximo).ToListAsync(ct);
    }

    public Task<string> MiCorreoAsync(CancellationToken ct) => db.Cuentas.Where(c => c.Id == sesion.Cuenta).Select(c => c.Correo).SingleAsync(ct);

    /// <summary>The account's own sessions that still open something, newest first.</summary>
    public Task<List<SesionEnLista>> MisSesionesAsync(CancellationToken ct)
    {
        var ahora = reloj.Ahora;
        return db.SesionesAbiertas.AsNoTracking()
            .Where(s => s.Cuenta == sesion.Cuenta && s.Revocada == null && s.Expira > ahora && s.Etapa != EtapaDeSesion.PorVerificar)
            .OrderByDescending(s => s.Ultima)
            .Select(s => new SesionEnLista(s.Id, s.Creada, s.Ultima, s.Agente))
            .ToListAsync(ct);
    }
}
