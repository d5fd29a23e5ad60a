namespace Sintra.Cuentas;

public sealed record LlaveDeAccesoRenombrada(Guid Llave) : ISuceso;

public sealed record LlaveDeAccesoRevocada(Guid Llave) : ISuceso;

/// <summary>Renames or revokes a passkey of one's own account.</summary>
public sealed class CambiarLlaveHandler(
    SintraDb db,
    CuentaManager cuentas,
    OpcionesDeAcceso acceso,
    CambiosDeCredenciales cambios,
    RenovarSesion renovar,
    Sesion sesion,
    Bitacora bitacora,
    TimeProvider reloj)
{
    /// <returns>Null when one has no such passkey in force.</returns>
    public Task<string?> NombreAsync(Guid id, CancellationToken ct) =>
        db.LlavesDeAcceso.VigentesDe(sesion.Cuenta).Where(l => l.Id == id).Select(l => (string?)l.Nombre).SingleOrDefaultAsync(ct);

    public async Task<Resultado<Guid>> RenombrarAsync(Guid id, string? nombre, CancellationToken ct)
    {
        if (await MiaAsync(id, ct) is not { } llave)
        {
            return new NoExiste();
        }

        if (NombreDeLlave.Reparo(nombre) is { } reparo)
        {
            return reparo;
        }

        llave.Nombre = nombre!.Trim();
        bitacora.Asentar(new LlaveDeAccesoRenombrada(id));
        return await db.IntentarGuardarAsync(ct) ? id : RenovarSesion.Ganada;
    }

    /// <summary>It opens nothing from now on, and the other sessions end: one of them may be whoever has the device.</summary>
    public async Task<Resultado<Entrada>> RevocarAsync(Guid id, string agente, CancellationToken ct)
    {
        if (await MiaAsync(id, ct) is not { } llave)
        {
            return new NoExiste();
        }

        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (await EsLaUltimaDefensaAsync(cuenta, id, ct))
        {
            return new Falla(null, "Es lo único con que su perfil puede trabajar. Registre antes otra llave de acceso, o active la aplicación de códigos si su institución la permite.");
        }

        llave.RevocadaEn = reloj.Ahora;
        (await cuentas.UpdateSecurityStampAsync(cuenta)).Exigir();
        bitacora.Asentar(new LlaveDeAccesoRevocada(id));
        cambios.Anotar(cuenta, ClaseDeCambio.LlaveRevocada);
        if (await renovar.EjecutarAsync(cuenta, agente, conLlave: false, ct) is not { } entrada)
        {
            return RenovarSesion.Ganada;
        }

        await cambios.AvisarAsync(ct);
        return entrada;
    }

    private async Task<bool> EsLaUltimaDefensaAsync(Cuenta cuenta, Guid id, CancellationToken ct) =>
        (acceso.LlaveObligatoria || !cuenta.SegundoFactor)
        && await db.Perfiles.AnyAsync(p => p.Clave == cuenta.Perfil && p.Privilegiado, ct)
        && !await db.LlavesDeAcceso.VigentesDe(cuenta.Id).AnyAsync(l => l.Id != id, ct);

    private Task<LlaveDeAcceso?> MiaAsync(Guid id, CancellationToken ct) =>
        db.LlavesDeAcceso.VigentesDe(sesion.Cuenta).SingleOrDefaultAsync(l => l.Id == id, ct);
}
