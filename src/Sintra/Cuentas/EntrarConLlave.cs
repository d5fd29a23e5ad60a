namespace Sintra.Cuentas;

/// <param name="Credencial">The browser's answer, JSON.</param>
/// <param name="Reto">Value of the challenge's cookie.</param>
public sealed record EntrarConLlave(string? Credencial, string? Reto, string Agente)
{
    public override string ToString() => nameof(EntrarConLlave);
}

/// <summary>
/// Signs in with a passkey alone: the device is one factor and the fingerprint, face or PIN it asks for the other, so the session opens at once.
/// Whatever does not hold gets the same answer.
/// </summary>
public sealed class EntrarConLlaveHandler(
    SintraDb db, Retos retos, IVerificadorDeLlaves verificador, Freno freno, Recuperaciones recuperaciones, Bitacora bitacora, TimeProvider reloj)
{
    public static readonly Falla Incorrecta = new(
        "Credencial", "No se pudo entrar con la llave de acceso. Vuelva a intentarlo, o entre con su contraseña y su código; si la revocó o su cuenta está suspendida, acuda a quien administra las cuentas en su institución.");

    public async Task<Resultado<Entrada>> EjecutarAsync(EntrarConLlave orden, CancellationToken ct)
    {
        // Attempts with a passkey that nobody has are charged together: they delay nobody, and the log has them.
        var (correo, de) = await DeQuienAsync(orden.Credencial, ct);
        if (!await freno.CobrarAsync(correo, de, PruebaDeAcceso.Llave, ct)
            || await retos.GastarAsync(orden.Reto, UsoDeReto.Entrar, null, ct) is not { } estado
            || await verificador.ComprobarUsoAsync(orden.Credencial ?? "", estado) is not var (cuenta, info)
            || cuenta.Estado != EstadoDeCuenta.Activa)
        {
            return Incorrecta;
        }

        var llave = await db.LlavesDeAcceso.VigentesDe(cuenta.Id).SingleAsync(l => l.Credencial == info.CredentialId, ct);
        llave.SeUso(info, reloj.Ahora);
        var (abierta, secreto) = SesionAbierta.Para(cuenta, EtapaDeSesion.Abierta, orden.Agente, reloj.Ahora);
        abierta.ConLlave = true;
        db.SesionesAbiertas.Add(abierta);
        bitacora.Asentar(new SesionIniciada(abierta.Id, ConSegundoFactor: true, ConCodigoDeRecuperacion: false) { ConLlave = true }, como: cuenta.Id);
        await recuperaciones.CancelarPorEntradaAsync(cuenta.Id, ct);
        if (!await db.IntentarGuardarAsync(ct))
        {
            return Incorrecta;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        return new Entrada(secreto, EtapaDeSesion.Abierta);
    }

    private async Task<(string Correo, CuentaId Cuenta)> DeQuienAsync(string? credencial, CancellationToken ct)
    {
        var bytes = verificador.CredencialDe(credencial ?? "");
        var cuenta = bytes is null ? null : await (
            from l in db.LlavesDeAcceso.AsNoTracking()
            join c in db.Cuentas on l.Cuenta equals c.Id
            where l.Credencial == bytes
            select new { c.CorreoNormalizado, c.Id }).SingleOrDefaultAsync(ct);
        return cuenta is null ? ("", CuentaId.Sistema) : (cuenta.CorreoNormalizado, cuenta.Id);
    }
}
