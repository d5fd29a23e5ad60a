namespace Sintra.Cuentas;

/// <param name="Secreto">Value of the cookie of a paused session.</param>
/// <param name="Prueba">The password, or six digits of the authenticator.</param>
public sealed record ReanudarSesion(string? Secreto, string Prueba)
{
    public override string ToString() => nameof(ReanudarSesion);
}

/// <param name="Regreso">Local path of the page that was left when it was paused; null when not known.</param>
public sealed record Reanudacion(SecretoOpaco Secreto, string? Regreso);

public sealed record SesionReanudada(Guid SesionAbierta) : ISuceso;

/// <summary>Goes on with a paused session, under a new id and the same absolute limit.</summary>
public sealed class ReanudarSesionHandler(SintraDb db, CuentaManager cuentas, ComprobarSegundoFactorHandler comprobar, Freno freno, Bitacora bitacora, TimeProvider reloj)
{
    public static readonly Falla Incorrecto = new("Prueba", "La contraseña o el código no son correctos. Revíselos; después de varios intentos seguidos, espere un minuto.");

    /// <returns>Does not exist when no session waits: it expired or was closed.</returns>
    public async Task<Resultado<Reanudacion>> EjecutarAsync(ReanudarSesion orden, CancellationToken ct)
    {
        if (await BuscarAsync(orden.Secreto, ct) is not var (pausada, cuenta))
        {
            return new NoExiste();
        }

        var esCodigo = cuenta.SegundoFactor && orden.Prueba.Trim() is { Length: Totp.Digitos } recortada && recortada.All(char.IsAsciiDigit);
        var puede = await freno.CobrarAsync(cuenta.CorreoNormalizado, cuenta.Id, esCodigo ? PruebaDeAcceso.Codigo : PruebaDeAcceso.Password, ct);
        if (!puede || orden.Prueba.Length > PoliticaDePassword.Maximo || !await AciertaAsync(cuenta, orden.Prueba, esCodigo, ct))
        {
            return Incorrecto;
        }

        var secreto = SecretoOpaco.Nuevo();
        pausada.Hash = secreto.Hash;
        pausada.SecurityStamp = cuenta.SecurityStamp; // checking the password may have hashed it anew, which changes the stamp
        pausada.Etapa = EtapaDeSesion.Abierta;
        pausada.Ultima = reloj.Ahora;
        pausada.Verificada = esCodigo && !await comprobar.SoloConLlaveAsync(cuenta, ct) ? reloj.Ahora : pausada.Verificada;
        bitacora.Asentar(new SesionReanudada(pausada.Id), como: cuenta.Id);
        await db.SaveChangesAsync(ct);
        await freno.SoltarAsync(cuenta.CorreoNormalizado, ct);
        return new Reanudacion(secreto, pausada.Regreso);
    }

    /// <summary>Whether the cookie names a session that waits for its owner.</summary>
    public async Task<bool> EstaEnPausaAsync(string? secreto, CancellationToken ct) => await BuscarAsync(secreto, ct) is not null;

    private Task<bool> AciertaAsync(Cuenta cuenta, string prueba, bool esCodigo, CancellationToken ct) => esCodigo
        ? cuentas.GastarTotpAsync(cuenta, prueba, ct)
        : cuentas.CheckPasswordAsync(cuenta, CuentaManager.EnUnaForma(prueba));

    private async Task<(SesionAbierta Pausada, Cuenta Cuenta)?> BuscarAsync(string? secreto, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var ahora = reloj.Ahora;
        var hallada = await (
            from s in db.SesionesAbiertas
            join c in db.Cuentas on s.Cuenta equals c.Id
            join p in db.Perfiles on c.Perfil equals p.Clave
            where s.Hash == hash && s.Etapa == EtapaDeSesion.EnPausa && s.Revocada == null && s.Expira > ahora
                && c.Estado == EstadoDeCuenta.Activa && s.SecurityStamp == c.SecurityStamp
            select new { s, c, p.Privilegiado }).SingleOrDefaultAsync(ct);
        return hallada is null || hallada.s.Ultima + SesionAbierta.Inactividad(hallada.Privilegiado) <= ahora ? null : (hallada.s, hallada.c);
    }
}
