namespace Sintra.Cuentas;

/// <summary>What the enrolment page shows.</summary>
/// <param name="Secreto">Base32, to be typed by hand; null when there is none yet or the factor is already on.</param>
/// <param name="Uri">The same for the QR.</param>
/// <param name="CodigosRestantes">Recovery codes not used yet.</param>
public sealed record SegundoFactorDeCuenta(bool Activo, string? Secreto, string? Uri, int CodigosRestantes)
{
    public override string ToString() => nameof(SegundoFactorDeCuenta);
}

public sealed record SegundoFactorReiniciado : ISuceso;

/// <summary>The state of the account's second factor, and a fresh secret when the device is lost or changed.</summary>
public sealed class PrepararSegundoFactorHandler(SintraDb db, CuentaManager cuentas, Freno freno, CambiosDeCredenciales cambios, RenovarSesion renovar, Sesion sesion, Bitacora bitacora)
{
    public async Task<SegundoFactorDeCuenta> VerAsync(CancellationToken ct)
    {
        var cuenta = await MiaAsync(ct);
        var secreto = cuenta.SegundoFactor ? null : await cuentas.GetAuthenticatorKeyAsync(cuenta);
        return new(cuenta.SegundoFactor, secreto, secreto is null ? null : Totp.Uri(secreto, cuenta.Correo), await cuentas.CountRecoveryCodesAsync(cuenta));
    }

    /// <summary>
    /// Gives the account a new secret. A factor in use is given up only against one of its codes;
    /// until the new one is confirmed a privileged account may do nothing else.
    /// </summary>
    public async Task<Resultado<Entrada>> ReiniciarAsync(string codigo, string agente, CancellationToken ct)
    {
        var cuenta = await MiaAsync(ct);
        if (cuenta.SegundoFactor)
        {
            if (!await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Codigo, ct)
                || (!await cuentas.GastarTotpAsync(cuenta, codigo, ct) && !(await cuentas.RedeemTwoFactorRecoveryCodeAsync(cuenta, codigo)).Succeeded))
            {
                return VerificarSegundoFactorHandler.Incorrecto;
            }

            await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
            cambios.Anotar(cuenta, ClaseDeCambio.AutenticadorReiniciado);
        }

        (await cuentas.SetTwoFactorEnabledAsync(cuenta, false)).Exigir();
        (await cuentas.ResetAuthenticatorKeyAsync(cuenta)).Exigir();
        bitacora.Asentar(new SegundoFactorReiniciado());
        if (await renovar.EjecutarAsync(cuenta, agente, conLlave: false, ct) is not { } entrada)
        {
            return RenovarSesion.Ganada;
        }

        await cambios.AvisarAsync(ct);
        return entrada;
    }

    private Task<Cuenta> MiaAsync(CancellationToken ct) => db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
}
