using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <param name="PuedeConfirmar">Whoever asks is neither the first administrator nor the person.</param>
public sealed record RecuperacionEnLista(
    Guid Id, CuentaId Cuenta, string Nombre, string Correo, string Institucion, ComprobacionDeIdentidad Comprobacion, string? Oficio, string AbiertaPor, DateTime AbiertaEn, DateTime Expira, bool PuedeConfirmar);

public sealed record RecuperacionConfirmada(Guid Recuperacion, CuentaId De) : ISuceso;

/// <summary>
/// Second of the two administrators: the account loses password, authenticator, recovery codes, passkeys and sessions, and its owner gets a link to
/// choose others. Or either of them thinks better of it.
/// </summary>
public sealed class ConfirmarRecuperacionHandler(
    SintraDb db,
    CuentaManager cuentas,
    Recuperaciones recuperaciones,
    CambiosDeCredenciales cambios,
    Cartero cartero,
    DireccionPublica direccion,
    Sesion sesion,
    Bitacora bitacora,
    TimeProvider reloj)
{
    /// <summary>Those that wait, of accounts that one may give and take.</summary>
    public async Task<List<RecuperacionEnLista>> ListarAsync(CancellationToken ct)
    {
        var recuperables = await recuperaciones.RecuperablesAsync(ct);
        return await (
            from r in recuperaciones.Abiertas().AsNoTracking()
            join c in recuperables on r.Cuenta equals c.Id
            join o in db.Cuentas on r.AbiertaPor equals o.Id
            orderby r.AbiertaEn
            select new RecuperacionEnLista(
                r.Id, c.Id, c.Nombre, c.Correo, c.Institucion, r.Comprobacion, r.Oficio, o.Nombre, r.AbiertaEn, r.Expira, r.AbiertaPor != sesion.Cuenta && c.Id != sesion.Cuenta))
            .Take(ListarCuentasHandler.Maximo).ToListAsync(ct);
    }

    public async Task<Resultado<Guid>> ConfirmarAsync(Guid id, CancellationToken ct)
    {
        if (await BuscarAsync(id, ct) is not var (abierta, cuenta))
        {
            return new NoExiste();
        }

        if (abierta.AbiertaPor == sesion.Cuenta || cuenta.Id == sesion.Cuenta)
        {
            return new Falla(null, "La confirma otra persona que administre: ni quien la abrió, ni la persona de quien es la cuenta.");
        }

        // One who invited the other may hold both mailboxes: two officers are two people.
        var (uno, otro) = (abierta.AbiertaPor, sesion.Cuenta);
        if (await db.Invitaciones.AnyAsync(i => (i.Cuenta == uno && i.CreadaPor == otro) || (i.Cuenta == otro && i.CreadaPor == uno), ct))
        {
            return new Falla(null, "Quien la abrió y usted se invitaron una a la otra. La confirma una persona que ninguna de las dos invitó; si no la hay, la administración nacional.");
        }

        if (cuenta.Estado != EstadoDeCuenta.Activa)
        {
            return new Falla(null, "La cuenta ya no está activa. Cancele la recuperación.");
        }

        var ahora = reloj.Ahora;
        abierta.Cerrar(EstadoDeRecuperacion.Confirmada, sesion.Cuenta, ahora);
        await VaciarAsync(cuenta, ahora, ct);
        var secreto = Invitar(cuenta, ahora);
        bitacora.Asentar(new RecuperacionConfirmada(id, cuenta.Id));
        cambios.Anotar(cuenta, ClaseDeCambio.RecuperacionConfirmada);
        if (!await db.IntentarGuardarAsync(ct))
        {
            return RenovarSesion.Ganada;
        }

        await cambios.AvisarAsync(ct);
        return await cartero.EnviarAsync(MensajeDeRecuperacion.Para(cuenta.Correo, direccion.DeBienvenida(secreto)), ct)
            ? id
            : new Falla(null, "La cuenta quedó lista para recuperarse, pero el correo con el enlace no salió. Espere unos minutos e invite de nuevo a la misma persona.");
    }

    public async Task<Resultado<Guid>> CancelarAsync(Guid id, CancellationToken ct)
    {
        if (await BuscarAsync(id, ct) is not var (abierta, cuenta))
        {
            return new NoExiste();
        }

        recuperaciones.Cancelar(abierta, cuenta, sesion.Cuenta);
        if (!await db.IntentarGuardarAsync(ct))
        {
            return RenovarSesion.Ganada;
        }

        await cambios.AvisarAsync(ct);
        return id;
    }

    private async Task<(RecuperacionDeAcceso Abierta, Cuenta Cuenta)?> BuscarAsync(Guid id, CancellationToken ct)
    {
        var recuperables = await recuperaciones.RecuperablesAsync(ct);
        var hallada = await (
            from r in recuperaciones.Abiertas()
            join c in recuperables on r.Cuenta equals c.Id
            where r.Id == id
            select new { r, c }).SingleOrDefaultAsync(ct);
        return hallada is null ? null : (hallada.r, hallada.c);
    }

    private async Task VaciarAsync(Cuenta cuenta, DateTime ahora, CancellationToken ct)
    {
        (cuenta.PasswordHash, cuenta.Autenticador, cuenta.SegundoFactor) = (null, null, false);
        cuenta.Estado = EstadoDeCuenta.Invitada;
        (await cuentas.UpdateSecurityStampAsync(cuenta)).Exigir();
        foreach (var llave in await db.LlavesDeAcceso.VigentesDe(cuenta.Id).ToListAsync(ct))
        {
            llave.RevocadaEn = ahora;
        }

        foreach (var codigo in await db.CodigosDeRecuperacion.Where(c => c.Cuenta == cuenta.Id && c.UsadoEn == null).ToListAsync(ct))
        {
            codigo.UsadoEn = ahora;
        }

        foreach (var sesionAbierta in await db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id && s.Revocada == null).ToListAsync(ct))
        {
            sesionAbierta.Revocada = ahora;
        }
    }

    private SecretoOpaco Invitar(Cuenta cuenta, DateTime ahora)
    {
        var secreto = SecretoOpaco.Nuevo();
        var invitacion = new Invitacion
        {
            Cuenta = cuenta.Id,
            Hash = secreto.Hash,
            CreadaEn = ahora,
            CreadaPor = sesion.Cuenta,
            Expira = ahora + Invitacion.Vigencia,
        };
        db.Invitaciones.Add(invitacion);
        bitacora.Asentar(new CuentaInvitada(cuenta.Id, cuenta.Institucion, cuenta.Perfil, invitacion.Expira));
        return secreto;
    }
}
