namespace Sintra.Cuentas;

/// <param name="Correo">Only for the first administrator; an invitation carries its own address.</param>
/// <param name="Compromisos">Ids of the texts that the person ticked as read and accepted.</param>
public sealed record AceptarInvitacion(string Secreto, string? Correo, string? Nombre, string? Password, IReadOnlyCollection<Guid> Compromisos, string Agente)
{
    public override string ToString() => nameof(AceptarInvitacion);
}

/// <summary>What the page shows before anything is typed.</summary>
/// <param name="Correo">Null for the first administrator.</param>
/// <param name="Nombre">As whoever invited wrote it, to be corrected; empty when they did not.</param>
/// <param name="Compromisos">Texts still to be accepted.</param>
public sealed record InvitacionVigente(string? Correo, string Nombre, string Institucion, string Perfil, IReadOnlyList<Compromiso> Compromisos);

public sealed record CuentaActivada([property: DatoPublico] string Institucion, [property: DatoPublico] string Perfil) : ISuceso;

/// <summary>A person takes possession of their account: name and password, and they are in. Nobody else ever chooses their password.</summary>
public sealed class AceptarInvitacionHandler(SintraDb db, CuentaManager cuentas, AceptarCompromisosHandler compromisos, CambiosDeCredenciales cambios, Recuperaciones recuperaciones, Bitacora bitacora, TimeProvider reloj)
{
    private const string InstitucionDeLaPrimera = "CITP-ST";

    public static readonly Falla YaNoSirve = new(null, "El enlace ya no sirve. Pida uno nuevo a quien le invitó.");

    /// <summary>Looks without touching: opening the page (or a mail filter that opens it first) spends nothing.</summary>
    public async Task<InvitacionVigente?> VerAsync(string secreto, CancellationToken ct)
    {
        if (await BuscarAsync(secreto, ct) is not { } invitacion)
        {
            return null;
        }

        var cuenta = invitacion.Cuenta is { } id ? await db.Cuentas.AsNoTracking().SingleAsync(c => c.Id == id, ct) : null;
        var (sigla, clave) = cuenta is null ? (InstitucionDeLaPrimera, Perfil.AdministracionNacional) : (cuenta.Institucion, cuenta.Perfil);
        return new(
            cuenta?.Correo,
            cuenta?.Nombre ?? "",
            await db.Instituciones.Where(i => i.Sigla == sigla).Select(i => i.Nombre).SingleAsync(ct),
            await db.Perfiles.Where(p => p.Clave == clave).Select(p => p.Nombre).SingleAsync(ct),
            [.. (await compromisos.VerAsync(cuenta?.Id, ct)).Where(c => c.AceptadoEn is null).Select(c => c.Compromiso)]);
    }

    /// <returns>Does not exist when the link is unknown, used, withdrawn or expired: nobody learns which.</returns>
    public async Task<Resultado<Entrada>> EjecutarAsync(AceptarInvitacion orden, CancellationToken ct)
    {
        if (await BuscarAsync(orden.Secreto, ct) is not { } invitacion)
        {
            return new NoExiste();
        }

        var fallas = new List<Falla>();
        var nombre = (orden.Nombre ?? "").Trim();
        if (nombre.Length is 0 or > Cuenta.LargoDeNombre || nombre.Any(char.IsControl))
        {
            fallas.Add(new(nameof(orden.Nombre), $"Escriba su nombre y apellidos, hasta {Cuenta.LargoDeNombre} caracteres."));
        }

        var cuenta = invitacion.Cuenta is { } id ? await db.Cuentas.SingleAsync(c => c.Id == id, ct) : Primera(orden.Correo, fallas);
        cuenta.Nombre = nombre;
        if (await PonerPasswordAsync(cuenta, orden.Password ?? "") is { } reparo)
        {
            fallas.Add(reparo);
        }

        fallas.AddRange(await compromisos.AceptarAsync(cuenta.Id, orden.Compromisos, ct));

        if (fallas.Count > 0)
        {
            return Resultado<Entrada>.ConFallas(fallas);
        }

        // Whoever was in before has another password now, and hears of it; to a new account there is nothing to tell.
        if (await db.SesionesAbiertas.AnyAsync(s => s.Cuenta == cuenta.Id, ct))
        {
            cambios.Anotar(cuenta, ClaseDeCambio.Password);
        }

        cuenta.Estado = EstadoDeCuenta.Activa;
        if (invitacion.Cuenta is null)
        {
            (await cuentas.CreateAsync(cuenta)).Exigir();
        }

        // Whoever had a second factor still has to show it. For the rest its secret is made now, so that looking at the page that shows it changes nothing.
        var conFactor = await cuentas.TieneFactorAsync(cuenta, ct);
        var etapa = conFactor ? EtapaDeSesion.PorVerificar : EtapaDeSesion.Abierta;
        (conFactor ? await cuentas.UpdateSecurityStampAsync(cuenta) : await cuentas.ResetAuthenticatorKeyAsync(cuenta)).Exigir();
        invitacion.UsadaEn = reloj.Ahora;
        await recuperaciones.CancelarPorEntradaAsync(cuenta.Id, ct);
        var (abierta, secreto) = SesionAbierta.Para(cuenta, etapa, orden.Agente, reloj.Ahora);
        db.SesionesAbiertas.Add(abierta);
        bitacora.Asentar(new CuentaActivada(cuenta.Institucion, cuenta.Perfil), como: cuenta.Id);
        if (etapa == EtapaDeSesion.Abierta)
        {
            bitacora.Asentar(new SesionIniciada(abierta.Id, ConSegundoFactor: false, ConCodigoDeRecuperacion: false), como: cuenta.Id);
        }

        if (!await db.IntentarGuardarAsync(ct))
        {
            return YaNoSirve;
        }

        await cambios.AvisarAsync(ct);
        return new Entrada(secreto, etapa);
    }

    private Cuenta Primera(string? correo, List<Falla> fallas)
    {
        if (!InvitarCuentaHandler.EsCorreo(correo?.Trim() ?? ""))
        {
            fallas.Add(new(nameof(AceptarInvitacion.Correo), "Escriba un correo electrónico completo, por ejemplo nombre@institucion.gob.mx."));
        }

        return new()
        {
            Correo = correo?.Trim() ?? "",
            Institucion = InstitucionDeLaPrimera,
            Perfil = Perfil.AdministracionNacional,
            CreadaEn = reloj.Ahora,
        };
    }

    private async Task<Falla?> PonerPasswordAsync(Cuenta cuenta, string password)
    {
        // Length first: the rest of the policy is not for megabytes.
        var forma = password.Length <= PoliticaDePassword.Maximo ? CuentaManager.EnUnaForma(password) : password;
        foreach (var politica in cuentas.PasswordValidators)
        {
            if (await politica.ValidateAsync(cuentas, cuenta, forma) is { Succeeded: false } no)
            {
                return new(nameof(AceptarInvitacion.Password), no.Errors.First().Description);
            }
        }

        cuenta.PasswordHash = cuentas.PasswordHasher.HashPassword(cuenta, forma);
        return null;
    }

    private async Task<Invitacion?> BuscarAsync(string secreto, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var ahora = reloj.Ahora;
        var invitacion = await db.Invitaciones.SingleOrDefaultAsync(i => i.Hash == hash && i.UsadaEn == null && i.Expira > ahora, ct);
        // The first administrator's link dies with the first account, whoever made it.
        return invitacion is { Cuenta: null } && await db.Cuentas.AnyAsync(ct) ? null : invitacion;
    }
}
