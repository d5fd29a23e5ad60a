namespace Sintra.Cuentas;

public sealed record SesionCerrada(Guid SesionAbierta) : ISuceso;

/// <summary>Ends sessions at once, on the server: the cookie that remains opens nothing.</summary>
public sealed class CerrarSesionHandler(SintraDb db, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Ends the session of a cookie, whatever its stage; a cookie that names none is no fault.</summary>
    public async Task EjecutarAsync(string? secreto, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is { } hash)
        {
            await CerrarAsync(db.SesionesAbiertas.Where(s => s.Hash == hash), ct);
        }
    }

    /// <summary>Ends one session of the account, seen in its list; one that is not the account's is no fault.</summary>
    public Task CerrarUnaAsync(SesionVigente esta, Guid cual, CancellationToken ct) =>
        CerrarAsync(db.SesionesAbiertas.Where(s => s.Cuenta == esta.Sesion.Cuenta && s.Id == cual), ct);

    /// <summary>Ends every session of the account but the one in use.</summary>
    public Task CerrarOtrasAsync(SesionVigente esta, CancellationToken ct) =>
        CerrarAsync(db.SesionesAbiertas.Where(s => s.Cuenta == esta.Sesion.Cuenta && s.Id != esta.Id), ct);

    private async Task CerrarAsync(IQueryable<SesionAbierta> sesiones, CancellationToken ct)
    {
        foreach (var abierta in await sesiones.Where(s => s.Revocada == null).ToListAsync(ct))
        {
            abierta.Revocada = reloj.Ahora;
            bitacora.Asentar(new SesionCerrada(abierta.Id), como: abierta.Cuenta);
        }

        await db.SaveChangesAsync(ct);
    }
}
