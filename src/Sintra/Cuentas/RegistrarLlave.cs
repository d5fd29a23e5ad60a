namespace Sintra.Cuentas;

/// <param name="Nombre">What the person will call it: up to 60 characters.</param>
/// <param name="Credencial">The browser's answer, JSON.</param>
/// <param name="Reto">Value of the challenge's cookie.</param>
public sealed record RegistrarLlave(string? Nombre, string? Credencial, string? Reto, string Agente)
{
    public override string ToString() => nameof(RegistrarLlave);
}

public sealed record LlaveDeAccesoRegistrada(Guid Llave, bool Respaldable) : ISuceso;

/// <summary>Adds a passkey to one's account. It is a change of credentials: the other sessions end, and a notice goes out.</summary>
public sealed class RegistrarLlaveHandler(
    SintraDb db,
    CuentaManager cuentas,
    Retos retos,
    IVerificadorDeLlaves verificador,
    CambiosDeCredenciales cambios,
    RenovarSesion renovar,
    Sesion sesion,
    Bitacora bitacora,
    TimeProvider reloj)
{
    public static readonly Falla Incorrecta = new("Credencial", "La llave de acceso no se registró. Vuelva a intentarlo; si su aparato dice que ya la tiene, use otro.");

    public async Task<Resultado<Entrada>> EjecutarAsync(RegistrarLlave orden, CancellationToken ct)
    {
        if (NombreDeLlave.Reparo(orden.Nombre) is { } reparo)
        {
            return reparo;
        }

        if (await db.LlavesDeAcceso.VigentesDe(sesion.Cuenta).CountAsync(ct) >= LlaveDeAcceso.Maximo)
        {
            return new Falla(null, $"Su cuenta ya tiene {LlaveDeAcceso.Maximo} llaves de acceso. Revoque antes una que no use.");
        }

        var cuenta = await db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
        if (await retos.GastarAsync(orden.Reto, UsoDeReto.Registrar, sesion.Abierta, ct) is not { } estado
            || await verificador.ComprobarAltaAsync(orden.Credencial ?? "", estado, cuenta) is not { } info)
        {
            return Incorrecta;
        }

        info.Name = orden.Nombre!.Trim();
        var llave = LlaveDeAcceso.De(cuenta.Id, info, reloj.Ahora);
        db.LlavesDeAcceso.Add(llave);
        (await cuentas.UpdateSecurityStampAsync(cuenta)).Exigir();
        bitacora.Asentar(new LlaveDeAccesoRegistrada(llave.Id, llave.Respaldable));
        cambios.Anotar(cuenta, ClaseDeCambio.LlaveAgregada);
        if (await renovar.EjecutarAsync(cuenta, orden.Agente, conLlave: true, ct) is not { } entrada)
        {
            return RenovarSesion.Ganada;
        }

        await cambios.AvisarAsync(ct);
        return entrada;
    }
}

internal static class NombreDeLlave
{
    public static Falla? Reparo(string? nombre) => (nombre ?? "").Trim() is { Length: > 0 and <= LlaveDeAcceso.LargoDeNombre } limpio && !limpio.Any(char.IsControl)
        ? null
        : new("Nombre", $"Escriba un nombre para reconocerla, hasta {LlaveDeAcceso.LargoDeNombre} caracteres; por ejemplo «Teléfono del trabajo».");
}
