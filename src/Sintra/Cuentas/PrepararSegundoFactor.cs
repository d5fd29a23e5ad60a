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
public sealed class PrepararSegundoFactorHandler(SintraDb db, CuentaManager cuentas, Freno freno, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    internal static readonly Falla Ganada = new(null, "Su cuenta cambió al mismo tiempo desde otra ventana. Revise cómo quedó y, si hace falta, vuelva a intentarlo.");

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
        }

        (await cuentas.SetTwoFactorEnabledAsync(cuenta, false)).Exigir();
        (await cuentas.ResetAuthenticatorKeyAsync(cuenta)).Exigir();
        bitacora.Asentar(new SegundoFactorReiniciado());
        return await RenovarAsync(db, cuenta, agente, reloj, ct) is { } entrada ? entrada : Ganada;
    }

    /// <summary>Credentials changed, so every session of the account died with its stamp: the one in use goes on under a new id.</summary>
    /// <returns>Null when somebody else changed the account first, and nothing was stored.</returns>
    internal static async Task<Entrada?> RenovarAsync(SintraDb db, Cuenta cuenta, string agente, TimeProvider reloj, CancellationToken ct)
    {
        foreach (var vieja in await db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id && s.Revocada == null).ToListAsync(ct))
        {
            vieja.Revocada = reloj.Ahora;
        }

        var (abierta, secreto) = SesionAbierta.Para(cuenta, EtapaDeSesion.Abierta, agente, reloj.Ahora);
        db.SesionesAbiertas.Add(abierta);
        return await db.IntentarGuardarAsync(ct) ? new(secreto, EtapaDeSesion.Abierta) : null;
    }

    private Task<Cuenta> MiaAsync(CancellationToken ct) => db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
}
