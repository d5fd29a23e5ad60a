namespace Sintra.Cuentas;

/// <param name="Ultima">Last use, UTC; null when it never entered.</param>
/// <param name="Vence">When its confirmation ends; a month later it is suspended.</param>
public sealed record CuentaPorConfirmar(CuentaId Id, string Nombre, string Correo, string Institucion, string Perfil, DateTime? Ultima, DateTime Vence);

public sealed record CuentasConfirmadas(IReadOnlyList<CuentaId> Confirmadas) : ISuceso;

/// <summary>Every six months an institution says which of its people still need their account. Nobody confirms their own.</summary>
public sealed class ConfirmarCuentasHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>What a page holds; the rest come after these are confirmed.</summary>
    public const int Maximo = 200;

    /// <summary>Active accounts within reach whose confirmation has ended or is about to; the most overdue first.</summary>
    public async Task<List<CuentaPorConfirmar>> PendientesAsync(CancellationToken ct)
    {
        var sesiones = db.SesionesAbiertas;
        var filas = await (
            from c in PorConfirmar().AsNoTracking()
            join p in db.Perfiles on c.Perfil equals p.Clave
            orderby c.ConfirmadaEn ?? c.CreadaEn, c.Id
            select new { c.Id, c.Nombre, c.Correo, c.Institucion, Perfil = p.Nombre, c.CreadaEn, c.ConfirmadaEn, Ultima = sesiones.Where(s => s.Cuenta == c.Id).Max(s => (DateTime?)s.Ultima) })
            .Take(Maximo).ToListAsync(ct);
        return [.. filas.Select(f => new CuentaPorConfirmar(f.Id, f.Nombre, f.Correo, f.Institucion, f.Perfil, f.Ultima, RevisionDeCuentas.Vence(f.CreadaEn, f.ConfirmadaEn)))];
    }

    public Task<int> CuantasAsync(CancellationToken ct) => PorConfirmar().CountAsync(ct);

    /// <param name="confirmadas">Those that stay; the others go on waiting and are suspended when their time ends.</param>
    public async Task<Resultado<int>> EjecutarAsync(IReadOnlyCollection<CuentaId> confirmadas, CancellationToken ct)
    {
        if (confirmadas.Count == 0)
        {
            return new Falla("Confirmadas", "Marque las cuentas de quienes siguen necesitándola.");
        }

        var cuentas = await PorConfirmar().Where(c => confirmadas.Contains(c.Id)).ToListAsync(ct);
        foreach (var cuenta in cuentas)
        {
            (cuenta.ConfirmadaEn, cuenta.ConfirmadaPor, cuenta.Version) = (reloj.Ahora, sesion.Cuenta, Guid.CreateVersion7());
        }

        if (cuentas.Count > 0)
        {
            bitacora.Asentar(new CuentasConfirmadas([.. cuentas.Select(c => c.Id).OrderBy(id => id.Valor)]));
        }

        return await db.IntentarGuardarAsync(ct) ? cuentas.Count : SuspenderCuentaHandler.AlMismoTiempo;
    }

    private IQueryable<Cuenta> PorConfirmar()
    {
        var limite = reloj.Ahora.AddDays(RevisionDeCuentas.DiasDeAviso).AddMonths(-RevisionDeCuentas.MesesDeConfirmacion);
        var puede = sesion.Puede(Permiso.CuentaAdministrar) || sesion.Puede(Permiso.CuentaAdministrarNacional);
        return db.Cuentas.AlAlcanceDe(sesion).Where(c => puede && c.Id != sesion.Cuenta && c.Estado == EstadoDeCuenta.Activa && (c.ConfirmadaEn ?? c.CreadaEn) <= limite);
    }
}
