namespace Sintra.Cuentas;

/// <param name="Secreto">Value of the cookie of a session still to be verified.</param>
/// <param name="Codigo">Six digits of the authenticator, or a recovery code.</param>
public sealed record VerificarSegundoFactor(string? Secreto, string Codigo, string Agente)
{
    public override string ToString() => nameof(VerificarSegundoFactor);
}

/// <summary>Second step: a code of the authenticator or a recovery code. The half session ends and a new one, with a new id, opens.</summary>
public sealed class VerificarSegundoFactorHandler(SintraDb db, CuentaManager cuentas, Freno freno, CambiosDeCredenciales cambios, Recuperaciones recuperaciones, Bitacora bitacora, TimeProvider reloj)
{
    public static readonly Falla Incorrecto = new("Codigo", "El código no es correcto o ya se usó. Escriba el que muestra ahora su aplicación, o un código de recuperación sin usar.");

    /// <returns>Does not exist when there is no session to verify: expired, spent or never opened.</returns>
    public async Task<Resultado<Entrada>> EjecutarAsync(VerificarSegundoFactor orden, CancellationToken ct)
    {
        if (await BuscarAsync(orden.Secreto, ct) is not var (media, cuenta))
        {
            return new NoExiste();
        }

        if (!await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Codigo, ct))
        {
            return Incorrecto;
        }

        var conTotp = cuenta.SegundoFactor && await cuentas.GastarTotpAsync(cuenta, orden.Codigo, ct);
        if (!conTotp && !(await cuentas.RedeemTwoFactorRecoveryCodeAsync(cuenta, orden.Codigo)).Succeeded)
        {
            await db.SesionesAbiertas.Where(s => s.Id == media.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Fallas, x => x.Fallas + 1), ct);
            return Incorrecto;
        }

        media.Revocada = reloj.Ahora;
        var (abierta, secreto) = SesionAbierta.Para(cuenta, EtapaDeSesion.Abierta, orden.Agente, reloj.Ahora);
        db.SesionesAbiertas.Add(abierta);
        bitacora.Asentar(new SesionIniciada(abierta.Id, ConSegundoFactor: true, ConCodigoDeRecuperacion: !conTotp), como: cuenta.Id);
        await recuperaciones.CancelarPorEntradaAsync(cuenta.Id, ct);
        if (!conTotp)
        {
            cambios.Anotar(cuenta, ClaseDeCambio.CodigoGastado);
        }

        if (!await db.IntentarGuardarAsync(ct))
        {
            // The same recovery code twice at once: the other request got it.
            return Incorrecto;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        await cambios.AvisarAsync(ct);
        return new Entrada(secreto, EtapaDeSesion.Abierta);
    }

    /// <summary>Whether the page has anything to ask.</summary>
    public async Task<bool> HayPorVerificarAsync(string? secreto, CancellationToken ct) => await BuscarAsync(secreto, ct) is not null;

    private async Task<(SesionAbierta Media, Cuenta Cuenta)?> BuscarAsync(string? secreto, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var ahora = reloj.Ahora;
        var hallada = await (
            from s in db.SesionesAbiertas
            join c in db.Cuentas on s.Cuenta equals c.Id
            where s.Hash == hash && s.Etapa == EtapaDeSesion.PorVerificar && s.Revocada == null && s.Expira > ahora
                && s.Fallas < SesionAbierta.CodigosFallidos && c.Estado == EstadoDeCuenta.Activa && s.SecurityStamp == c.SecurityStamp
            select new { s, c }).SingleOrDefaultAsync(ct);
        return hallada is null ? null : (hallada.s, hallada.c);
    }
}
