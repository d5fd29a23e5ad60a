namespace Sintra.Cuentas;

/// <summary>An account that may enter, as it would see things, for work done on its behalf while it is away.</summary>
public sealed record CuentaAusente(string Correo, Sesion Sesion)
{
    // Never let a record print it: it holds an address.
    public override string ToString() => nameof(CuentaAusente);
}

/// <summary>What an account reaches, without a session of its own: for counts and notices, never for showing anything.</summary>
public sealed class SesionDeCuenta(SintraDb db, TimeProvider reloj)
{
    /// <returns>Null when the account may not enter.</returns>
    public async Task<CuentaAusente?> DeAsync(CuentaId cuenta, CancellationToken ct)
    {
        var permisos = db.PermisosDePerfil;
        var hallada = await (
            from c in db.Cuentas.AsNoTracking()
            join p in db.Perfiles on c.Perfil equals p.Clave
            join i in db.Instituciones on c.Institucion equals i.Sigla
            where c.Id == cuenta && c.Estado == EstadoDeCuenta.Activa
            select new { c.Correo, Institucion = i.Sigla, i.Entidad, p.Alcance, Permisos = permisos.Where(x => x.Perfil == p.Clave).Select(x => x.Permiso).ToList() }).SingleOrDefaultAsync(ct);
        return hallada is null
            ? null
            : new(hallada.Correo, new(cuenta, hallada.Institucion, hallada.Entidad, hallada.Alcance, NivelDeIdentidad.SinIdentidad, hallada.Permisos.ToHashSet())
            {
                Predecesoras = await PredecesorasDeAsync(db, hallada.Institucion, reloj.Hoy, ct),
            });
    }

    /// <summary>Institutions whose place one has taken, back to the first of the line.</summary>
    internal static async Task<IReadOnlyList<string>> PredecesorasDeAsync(SintraDb db, string institucion, DateOnly hoy, CancellationToken ct)
    {
        var todas = new HashSet<string>();
        for (List<string> ultimas = [institucion]; ultimas.Count > 0;)
        {
            var antes = await db.Sucesiones.Where(s => ultimas.Contains(s.Sucesora) && s.Desde <= hoy).Select(s => s.Predecesora).ToListAsync(ct);
            ultimas = [.. antes.Where(todas.Add)];
        }

        return [.. todas];
    }
}
