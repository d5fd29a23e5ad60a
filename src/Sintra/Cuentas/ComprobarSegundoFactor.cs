namespace Sintra.Cuentas;

/// <param name="Codigo">Six digits of the authenticator.</param>
/// <param name="Credencial">A passkey's answer, JSON; with it the code is not looked at.</param>
/// <param name="Reto">Value of the challenge's cookie.</param>
public sealed record PruebaDeFactor(string? Codigo, string? Credencial, string? Reto)
{
    public bool EsLlave => !string.IsNullOrEmpty(Credencial);

    public override string ToString() => nameof(PruebaDeFactor);
}

public sealed record SegundoFactorComprobado : ISuceso
{
    public bool ConLlave { get; init; }
}

/// <summary>
/// Step-up: who has signed in proves the second factor again, with a code or a passkey, before what could cost a life or an account.
/// Each code and each challenge serves once, also here.
/// </summary>
public sealed class ComprobarSegundoFactorHandler(
    SintraDb db, CuentaManager cuentas, Retos retos, IVerificadorDeLlaves verificador, OpcionesDeAcceso acceso, Freno freno, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <returns>The session's new id for its cookie; null when it was not proved, which counts toward the delay of the account.</returns>
    public async Task<SecretoOpaco?> EjecutarAsync(PruebaDeFactor prueba, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (!(prueba.EsLlave || (cuenta.SegundoFactor && !await SoloConLlaveAsync(cuenta, ct)))
            || !await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, prueba.EsLlave ? PruebaDeAcceso.Llave : PruebaDeAcceso.Codigo, ct)
            || !(prueba.EsLlave ? await FirmaAsync(cuenta, prueba, ct) : await cuentas.GastarTotpAsync(cuenta, (prueba.Codigo ?? "").Trim(), ct)))
        {
            return null;
        }

        var secreto = (await db.SesionesAbiertas.SingleAsync(s => s.Id == sesion.Abierta, ct)).Reverificar(prueba.EsLlave, reloj.Ahora);
        bitacora.Asentar(new SegundoFactorComprobado { ConLlave = prueba.EsLlave });
        if (!await db.IntentarGuardarAsync(ct))
        {
            return null;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        return secreto;
    }

    /// <summary>Where passkeys are demanded, whoever has one proves nothing with a code.</summary>
    internal async Task<bool> SoloConLlaveAsync(Cuenta cuenta, CancellationToken ct) =>
        acceso.LlaveObligatoria
        && await db.Perfiles.AnyAsync(p => p.Clave == cuenta.Perfil && p.Privilegiado, ct)
        && await db.LlavesDeAcceso.VigentesDe(cuenta.Id).AnyAsync(ct);

    private async Task<bool> FirmaAsync(Cuenta cuenta, PruebaDeFactor prueba, CancellationToken ct)
    {
        if (await retos.GastarAsync(prueba.Reto, UsoDeReto.Verificar, sesion.Abierta, ct) is not { } estado
            || await verificador.ComprobarUsoAsync(prueba.Credencial!, estado) is not var (duena, info)
            || duena.Id != cuenta.Id)
        {
            return false;
        }

        (await db.LlavesDeAcceso.VigentesDe(cuenta.Id).SingleAsync(l => l.Credencial == info.CredentialId, ct)).SeUso(info, reloj.Ahora);
        return true;
    }
}
