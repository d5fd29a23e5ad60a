namespace Sintra.Cuentas;

public sealed record CompromisosAceptados(IReadOnlyList<Guid> Versiones) : ISuceso;

/// <param name="AceptadoEn">Null while this account has not.</param>
public sealed record CompromisoLeido(Compromiso Compromiso, DateTime? AceptadoEn);

/// <summary>What an account must have accepted, and its acceptance: without it, it works with nothing (<see cref="ReconocerSesionHandler"/>).</summary>
public sealed class AceptarCompromisosHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Those in force today, with what this account has done about each.</summary>
    public Task<List<CompromisoLeido>> VerAsync(CancellationToken ct) => VerAsync(sesion.Cuenta, ct);

    /// <param name="aceptados">Ids ticked by the reader; every one still to be accepted must be there.</param>
    public async Task<Resultado<int>> EjecutarAsync(IReadOnlyCollection<Guid> aceptados, CancellationToken ct)
    {
        var fallas = await AceptarAsync(sesion.Cuenta, aceptados, ct);
        if (fallas.Count > 0)
        {
            return Resultado<int>.ConFallas(fallas);
        }

        // Two windows of the same person: the other has stored the same.
        await db.IntentarGuardarAsync(ct);
        return aceptados.Count;
    }

    /// <summary>Marks the acceptance, for whoever saves it with more.</summary>
    internal async Task<List<Falla>> AceptarAsync(CuentaId cuenta, IReadOnlyCollection<Guid> aceptados, CancellationToken ct)
    {
        var pendientes = (await VerAsync(cuenta, ct)).Where(c => c.AceptadoEn is null).Select(c => c.Compromiso).ToList();
        var fallas = pendientes.Where(p => !aceptados.Contains(p.Id))
            .Select(p => new Falla(p.Clave, $"Lea «{p.Titulo}» y marque que lo acepta. Sin eso no es posible trabajar en el SINTRA."))
            .ToList();
        if (fallas.Count == 0 && pendientes.Count > 0)
        {
            db.AddRange(pendientes.Select(p => new CompromisoAceptado { Cuenta = cuenta, Compromiso = p.Id, AceptadoEn = reloj.Ahora }));
            bitacora.Asentar(new CompromisosAceptados([.. pendientes.Select(p => p.Id)]), como: cuenta);
        }

        return fallas;
    }

    /// <param name="cuenta">Null: somebody who has none yet.</param>
    internal async Task<List<CompromisoLeido>> VerAsync(CuentaId? cuenta, CancellationToken ct)
    {
        var aceptados = db.CompromisosAceptados;
        return await db.CompromisosVigentes(reloj.Hoy).AsNoTracking()
            .OrderBy(c => c.Clave)
            .Select(c => new CompromisoLeido(c, aceptados.Where(a => a.Cuenta == cuenta && a.Compromiso == c.Id).Select(a => (DateTime?)a.AceptadoEn).FirstOrDefault()))
            .ToListAsync(ct);
    }
}
