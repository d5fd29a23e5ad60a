namespace Sintra.Cuentas;

public sealed record SegundoFactorActivado : ISuceso;

public sealed record CodigosDeRecuperacionEmitidos(int Cuantos) : ISuceso;

/// <param name="Codigos">Shown once; the database keeps their hashes.</param>
/// <param name="Entrada">Null when the session goes on as it was.</param>
public sealed record CodigosEntregados(IReadOnlyList<string> Codigos, Entrada? Entrada)
{
    public override string ToString() => nameof(CodigosEntregados);
}

/// <summary>Confirms the authenticator with one of its codes, or hands out new recovery codes; both answer with a fresh set.</summary>
public sealed class ActivarSegundoFactorHandler(SintraDb db, CuentaManager cuentas, Freno freno, CambiosDeCredenciales cambios, RenovarSesion renovar, Sesion sesion, Bitacora bitacora)
{
    public static readonly Falla Incorrecto = new("Codigo", "El código no es correcto o ya se usó. Espere a que su aplicación muestre otro y escríbalo.");

    public async Task<Resultado<CodigosEntregados>> EjecutarAsync(string codigo, string agente, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (!await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Codigo, ct)
            || !await cuentas.GastarTotpAsync(cuenta, codigo, ct))
        {
            return Incorrecto;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        var seActiva = !cuenta.SegundoFactor;
        var codigos = (await cuentas.GenerateNewTwoFactorRecoveryCodesAsync(cuenta, CuentaManager.CodigosPorTanda))!.ToList();
        bitacora.Asentar(new CodigosDeRecuperacionEmitidos(codigos.Count));
        if (!seActiva)
        {
            cambios.Anotar(cuenta, ClaseDeCambio.CodigosEmitidos);
            return await EntregarAsync(await db.IntentarGuardarAsync(ct), null);
        }

        (await cuentas.SetTwoFactorEnabledAsync(cuenta, true)).Exigir();
        bitacora.Asentar(new SegundoFactorActivado());
        cambios.Anotar(cuenta, ClaseDeCambio.AutenticadorActivado);
        var entrada = await renovar.EjecutarAsync(cuenta, agente, conLlave: false, ct);
        return await EntregarAsync(entrada is not null, entrada);

        async Task<Resultado<CodigosEntregados>> EntregarAsync(bool guardado, Entrada? entrada)
        {
            if (!guardado)
            {
                return RenovarSesion.Ganada;
            }

            await cambios.AvisarAsync(ct);
            return new CodigosEntregados(codigos, entrada);
        }
    }
}
