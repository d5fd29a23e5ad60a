namespace Sintra.Cuentas;

/// <summary>With what an account can prove itself again; with neither, its password.</summary>
public sealed record FactoresDeCuenta(bool Codigo, bool Llave);

public sealed record PasswordComprobado : ISuceso;

/// <summary>Step-up before a change of credentials: the strongest thing that the account has, and the window opens again.</summary>
public sealed class VerificarDeNuevoHandler(
    SintraDb db, CuentaManager cuentas, ComprobarSegundoFactorHandler comprobar, Freno freno, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>How long a proof is fresh enough to open a page that changes credentials.</summary>
    public static readonly TimeSpan Ventana = TimeSpan.FromMinutes(5);

    /// <summary>How long somebody may take over a page that opened in time.</summary>
    public static readonly TimeSpan VentanaDelEnvio = Ventana + TimeSpan.FromMinutes(10);

    public static readonly Falla NoComprobado = new(null, "No se pudo comprobar. Revise lo que escribió, o use su llave de acceso; después de varios intentos seguidos, espere un minuto.");

    public async Task<FactoresDeCuenta> ConQueAsync(CancellationToken ct) => await ConQueAsync(await MiaAsync(ct), ct);

    /// <returns>The session's new id, for its cookie.</returns>
    public async Task<Resultado<SecretoOpaco>> EjecutarAsync(PruebaDeFactor prueba, string? password, CancellationToken ct)
    {
        var cuenta = await MiaAsync(ct);
        var hecho = await ConQueAsync(cuenta, ct) is { Codigo: false, Llave: false }
            ? await ConPasswordAsync(cuenta, password ?? "", ct)
            : await comprobar.EjecutarAsync(prueba, ct);
        return hecho is null ? NoComprobado : hecho;
    }

    private async Task<FactoresDeCuenta> ConQueAsync(Cuenta cuenta, CancellationToken ct)
    {
        var llave = await db.LlavesDeAcceso.VigentesDe(cuenta.Id).AnyAsync(ct);
        return new(cuenta.SegundoFactor && !await comprobar.SoloConLlaveAsync(cuenta, ct), llave);
    }

    private async Task<SecretoOpaco?> ConPasswordAsync(Cuenta cuenta, string password, CancellationToken ct)
    {
        if (password.Length is 0 or > PoliticaDePassword.Maximo
            || !await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Password, ct)
            || !await cuentas.CheckPasswordAsync(cuenta, CuentaManager.EnUnaForma(password)))
        {
            return null;
        }

        var abierta = await db.SesionesAbiertas.SingleAsync(s => s.Id == sesion.Abierta, ct);
        var secreto = abierta.Reverificar(conLlave: false, reloj.Ahora);
        abierta.SecurityStamp = cuenta.SecurityStamp; // checking the password may have hashed it anew, which changes the stamp
        bitacora.Asentar(new PasswordComprobado());
        await db.SaveChangesAsync(ct);
        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        return secreto;
    }

    private Task<Cuenta> MiaAsync(CancellationToken ct) => db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
}
