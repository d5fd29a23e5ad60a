namespace Sintra.Cuentas;

public sealed record SegundoFactorComprobado : ISuceso;

/// <summary>Step-up: who has signed in proves the second factor again, before what could cost a life. Each code serves once, also here.</summary>
public sealed class ComprobarSegundoFactorHandler(SintraDb db, CuentaManager cuentas, Freno freno, Sesion sesion, Bitacora bitacora)
{
    /// <returns>Whether the code was the authenticator's present one; a failure counts toward the delay of the account.</returns>
    public async Task<bool> EjecutarAsync(string codigo, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (!cuenta.SegundoFactor
            || !await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Codigo, ct)
            || !await cuentas.GastarTotpAsync(cuenta, codigo.Trim(), ct))
        {
            return false;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        bitacora.Asentar(new SegundoFactorComprobado());
        await db.SaveChangesAsync(ct);
        return true;
    }
}
