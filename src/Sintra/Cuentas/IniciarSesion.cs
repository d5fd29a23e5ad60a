namespace Sintra.Cuentas;

/// <param name="Agente">What the browser says it is.</param>
public sealed record IniciarSesion(string Correo, string Password, string Agente)
{
    // Never let a record print it.
    public override string ToString() => nameof(IniciarSesion);
}

/// <summary>A session to put in the cookie; <see cref="EtapaDeSesion.PorVerificar"/> still wants a code.</summary>
public sealed record Entrada(SecretoOpaco Secreto, EtapaDeSesion Etapa);

/// <summary>The password was right and a code is awaited.</summary>
public sealed record PrimerFactorVerificado(Guid SesionAbierta) : ISuceso;

/// <summary>Somebody is in.</summary>
public sealed record SesionIniciada(Guid SesionAbierta, bool ConSegundoFactor, bool ConCodigoDeRecuperacion) : ISuceso
{
    /// <summary>With a passkey, which stands for both factors.</summary>
    public bool ConLlave { get; init; }
}

/// <summary>First step: address and password. Unknown, invited, suspended and delayed accounts get the same answer after the same work.</summary>
public sealed class IniciarSesionHandler(SintraDb db, CuentaManager cuentas, PasswordDeNadie nadie, Freno freno, Recuperaciones recuperaciones, Bitacora bitacora, TimeProvider reloj)
{
    public static readonly Falla Incorrecto = new(null, "Correo o contraseña incorrectos. Revíselos; después de varios intentos seguidos, espere un minuto.");

    public async Task<Resultado<Entrada>> EjecutarAsync(IniciarSesion orden, CancellationToken ct)
    {
        var correo = cuentas.NormalizeName(orden.Correo.Trim())!;
        var cuenta = await cuentas.FindByNameAsync(correo);
        var puede = await freno.CobrarAsync(correo, cuenta?.Id ?? CuentaId.Sistema, PruebaDeAcceso.Password, ct);
        var acierta = await AciertaAsync(cuenta, orden.Password);

        if (cuenta is null || !puede || !acierta)
        {
            return Incorrecto;
        }

        var etapa = await cuentas.TieneFactorAsync(cuenta, ct) ? EtapaDeSesion.PorVerificar : EtapaDeSesion.Abierta;
        var (abierta, secreto) = SesionAbierta.Para(cuenta, etapa, orden.Agente, reloj.Ahora);
        db.SesionesAbiertas.Add(abierta);
        if (etapa == EtapaDeSesion.PorVerificar)
        {
            await freno.DevolverAsync(correo, ct);
            bitacora.Asentar(new PrimerFactorVerificado(abierta.Id), como: cuenta.Id);
        }
        else
        {
            await freno.SoltarAsync(correo, ct);
            bitacora.Asentar(new SesionIniciada(abierta.Id, ConSegundoFactor: false, ConCodigoDeRecuperacion: false), como: cuenta.Id);
            await recuperaciones.CancelarPorEntradaAsync(cuenta.Id, ct);
        }

        await db.SaveChangesAsync(ct);
        return new Entrada(secreto, etapa);
    }

    private async Task<bool> AciertaAsync(Cuenta? cuenta, string password)
    {
        // A password longer than any we accept is wrong, and not worth a derivation over a megabyte.
        var forma = password.Length <= PoliticaDePassword.Maximo ? CuentaManager.EnUnaForma(password) : "";
        if (cuenta is { Estado: EstadoDeCuenta.Activa, PasswordHash: not null })
        {
            return await cuentas.CheckPasswordAsync(cuenta, forma);
        }

        nadie.Verificar(forma);
        return false;
    }
}
