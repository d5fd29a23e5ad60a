using Microsoft.AspNetCore.Identity;

namespace Sintra.Cuentas;

public sealed record CambiarPassword(string? Actual, string? Nueva, string Agente)
{
    public override string ToString() => nameof(CambiarPassword);
}

public sealed record PasswordCambiado : ISuceso;

/// <summary>Replaces one's own password against the present one (ASVS 6.2.2, 6.2.3); the other sessions end.</summary>
public sealed class CambiarPasswordHandler(
    SintraDb db, CuentaManager cuentas, Freno freno, CambiosDeCredenciales cambios, RenovarSesion renovar, Sesion sesion, Bitacora bitacora)
{
    public static readonly Falla Incorrecta = new(nameof(CambiarPassword.Actual), "Su contraseña actual no es esa. Revísela; después de varios intentos seguidos, espere un minuto.");

    public async Task<Resultado<Entrada>> EjecutarAsync(CambiarPassword orden, CancellationToken ct)
    {
        var (actual, nueva) = (orden.Actual ?? "", orden.Nueva ?? "");
        if (actual.Length is 0 or > PoliticaDePassword.Maximo)
        {
            return Incorrecta;
        }

        // Length first: the rest of the policy is not for megabytes.
        if (nueva.Length > PoliticaDePassword.Maximo)
        {
            return new Falla(nameof(orden.Nueva), $"Elija una contraseña de hasta {PoliticaDePassword.Maximo} caracteres.");
        }

        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (!await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, PruebaDeAcceso.Password, ct))
        {
            return Incorrecta;
        }

        if (await cuentas.ChangePasswordAsync(cuenta, CuentaManager.EnUnaForma(actual), CuentaManager.EnUnaForma(nueva)) is { Succeeded: false } no)
        {
            var error = no.Errors.First();
            return error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? Incorrecta : new Falla(nameof(orden.Nueva), error.Description);
        }

        bitacora.Asentar(new PasswordCambiado());
        cambios.Anotar(cuenta, ClaseDeCambio.Password);
        if (await renovar.EjecutarAsync(cuenta, orden.Agente, conLlave: false, ct) is not { } entrada)
        {
            return RenovarSesion.Ganada;
        }

        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        await cambios.AvisarAsync(ct);
        return entrada;
    }
}
