using System.Net.Mail;
using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <param name="Nombre">Optional: the person writes their own when they enter, and may correct this one.</param>
public sealed record InvitarCuenta(string? Correo, string? Institucion, string? Perfil, string? Nombre = null);

/// <param name="Cuenta">One that already has that address and is invited again; null for a new one.</param>
public sealed record InvitacionRevisada(Institucion? Institucion, Perfil? Perfil, Cuenta? Cuenta, IReadOnlyList<Falla> Fallas);

public sealed record CuentaInvitada(CuentaId Invitada, [property: DatoPublico] string Institucion, [property: DatoPublico] string Perfil, DateTime Expira) : ISuceso;

/// <summary>
/// Invites a person by mail. Nationally: any institution and profile; otherwise the own institution and the profiles of <see cref="Delegacion"/>.
/// Inviting again someone who has not accepted sends a new link and withdraws the old one. Inviting a suspended account is how a lost password
/// is replaced: the person chooses another, and their second factor stays as it was (ASVS 6.4.3: a reset does not go round it).
/// </summary>
public sealed class InvitarCuentaHandler(
    SintraDb db,
    Sesion sesion,
    Delegacion delegacion,
    CuentaManager cuentas,
    Bitacora bitacora,
    Cartero cartero,
    DireccionPublica direccion,
    TimeProvider reloj)
{
    public async Task<Resultado<CuentaId>> EjecutarAsync(InvitarCuenta orden, CancellationToken ct)
    {
        var revisada = await RevisarAsync(orden, ct);
        if (revisada.Fallas.Count > 0)
        {
            return Resultado<CuentaId>.ConFallas(revisada.Fallas);
        }

        var (institucion, perfil, cuenta) = (revisada.Institucion!, revisada.Perfil!, revisada.Cuenta);
        var (correo, nombre) = (orden.Correo!.Trim(), orden.Nombre?.Trim() ?? "");
        if (cuenta is null)
        {
            cuenta = new() { Correo = correo, Nombre = nombre, Institucion = institucion.Sigla, Perfil = perfil.Clave, CreadaEn = reloj.Ahora };
            (await cuentas.CreateAsync(cuenta)).Exigir();
        }
        else
        {
            cuenta.Perfil = perfil.Clave;
            cuenta.Estado = EstadoDeCuenta.Invitada;
            cuenta.PasswordHash = null;
            (cuenta.ConfirmadaEn, cuenta.ConfirmadaPor) = (reloj.Ahora, sesion.Cuenta);
            (await cuentas.UpdateAsync(cuenta)).Exigir();
        }

        var secreto = await InvitarAsync(cuenta, ct);
        if (!await db.IntentarGuardarAsync(ct))
        {
            return SuspenderCuentaHandler.AlMismoTiempo;
        }

        var enviado = await cartero.EnviarAsync(MensajeDeInvitacion.Para(cuenta.Correo, institucion.Nombre, direccion.DeBienvenida(secreto)), ct);
        return enviado ? cuenta.Id : new Falla(null, "La invitación quedó registrada, pero el correo no salió. Espere unos minutos e invite de nuevo a la misma persona.");
    }

    /// <summary>What stands in the way of an invitation, without sending it; and whom it would reach.</summary>
    public async Task<InvitacionRevisada> RevisarAsync(InvitarCuenta orden, CancellationToken ct)
    {
        var (correo, nombre) = (orden.Correo?.Trim() ?? "", orden.Nombre?.Trim() ?? "");
        var institucion = await InstitucionesOfrecidas().SingleOrDefaultAsync(i => i.Sigla == orden.Institucion, ct);
        var ofrecidos = await delegacion.OfrecidosAsync(ct);
        var perfil = ofrecidos.SingleOrDefault(p => p.Clave == orden.Perfil);
        var fallas = new List<Falla>();
        if (!EsCorreo(correo))
        {
            fallas.Add(new(nameof(orden.Correo), "Escriba un correo electrónico completo, por ejemplo nombre@institucion.gob.mx."));
        }

        if (nombre.Length > Cuenta.LargoDeNombre || nombre.Any(char.IsControl))
        {
            fallas.Add(new(nameof(orden.Nombre), $"Escriba el nombre y apellidos en {Cuenta.LargoDeNombre} caracteres o menos."));
        }

        if (institucion is null)
        {
            fallas.Add(new(nameof(orden.Institucion), "Elija una institución de la lista."));
        }

        if (perfil is null)
        {
            fallas.Add(new(nameof(orden.Perfil), "Elija un perfil de la lista."));
        }

        var cuenta = fallas.Count == 0 ? await cuentas.FindByNameAsync(correo) : null;
        if (cuenta is not null && (cuenta.Estado == EstadoDeCuenta.Activa || cuenta.Institucion != orden.Institucion))
        {
            fallas.Add(new(nameof(orden.Correo), "Ese correo ya tiene una cuenta. Escriba otro; o, si la persona perdió su contraseña, suspenda su cuenta e invítela de nuevo."));
        }
        else if (cuenta is not null && ofrecidos.All(p => p.Clave != cuenta.Perfil))
        {
            fallas.Add(new(nameof(orden.Correo), SuspenderCuentaHandler.FueraDeSuMano.Frase));
        }

        return new(institucion, perfil, cuenta, fallas);
    }

    /// <summary>Institutions to which whoever asks may invite.</summary>
    public IQueryable<Institucion> InstitucionesOfrecidas() => db.Instituciones.AsNoTracking()
        .Where(i => EsNacional || (EsInstitucional && i.Sigla == sesion.Institucion))
        .OrderBy(i => i.Nombre);

    /// <summary>Profiles that whoever asks may give.</summary>
    public Task<IReadOnlyList<Perfil>> PerfilesOfrecidosAsync(CancellationToken ct) => delegacion.OfrecidosAsync(ct);

    private bool EsNacional => sesion.Puede(Permiso.CuentaAdministrarNacional);

    private bool EsInstitucional => sesion.Puede(Permiso.CuentaAdministrar);

    private async Task<SecretoOpaco> InvitarAsync(Cuenta cuenta, CancellationToken ct)
    {
        var ahora = reloj.Ahora;
        foreach (var anterior in await db.Invitaciones.Where(i => i.Cuenta == cuenta.Id && i.UsadaEn == null).ToListAsync(ct))
        {
            anterior.UsadaEn = ahora;
        }

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

    // A bare address: no display name, no control characters that would start a header of their own.
    internal static bool EsCorreo(string correo) =>
        correo.Length <= Cuenta.LargoDeCorreo
        && !correo.Any(letra => char.IsControl(letra) || char.IsWhiteSpace(letra))
        && MailAddress.TryCreate(correo, out var direccion)
        && direccion.Address == correo
        && direccion.Host.Contains('.', StringComparison.Ordinal);
}
