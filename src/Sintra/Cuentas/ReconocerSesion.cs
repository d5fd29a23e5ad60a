namespace Sintra.Cuentas;

/// <summary>Turns the cookie of a request into a session, if it is one and still alive. One query; no fact, for nothing happens.</summary>
public sealed class ReconocerSesionHandler(SintraDb db, ModoDePractica modo, OpcionesDeAcceso acceso, TimeProvider reloj)
{
    private static readonly TimeSpan Grano = TimeSpan.FromMinutes(1);

    // How long after its limit the cookie of a session still says whose it was.
    private static readonly TimeSpan Memoria = TimeSpan.FromHours(24);

    public Task<SesionVigente?> EjecutarAsync(string? secreto, CancellationToken ct) => BuscarAsync(secreto, viva: true, ct);

    /// <summary>
    /// Whose session it was that is paused or has run out. It opens nothing: it is for keeping what its owner had typed until they come back.
    /// Null of one that was closed, or whose account changed its credentials.
    /// </summary>
    public async Task<SesionVigente?> DeQuienFueAsync(string? secreto, CancellationToken ct) =>
        await BuscarAsync(secreto, viva: false, ct) is { MiraComo: null } hallada ? hallada : null;

    private async Task<SesionVigente?> BuscarAsync(string? secreto, bool viva, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var (ahora, hoy) = (reloj.Ahora, reloj.Hoy);
        var limite = viva ? ahora : ahora - Memoria;
        var (permisosDePerfil, convenios, llaves) = (db.PermisosDePerfil, db.Convenios, db.LlavesDeAcceso);
        var (compromisos, aceptados, sucesiones) = (db.CompromisosVigentes(hoy), db.CompromisosAceptados, db.Sucesiones);
        var hallada = await (
            from s in db.SesionesAbiertas.AsNoTracking()
            join c in db.Cuentas on s.Cuenta equals c.Id
            join p in db.Perfiles on c.Perfil equals p.Clave
            join i in db.Instituciones on c.Institucion equals i.Sigla
            where s.Hash == hash && (s.Etapa == EtapaDeSesion.Abierta || (!viva && s.Etapa == EtapaDeSesion.EnPausa)) && s.Revocada == null && s.Expira > limite
                && c.Estado == EstadoDeCuenta.Activa && s.SecurityStamp == c.SecurityStamp
            select new
            {
                s.Id,
                s.Ultima,
                s.Expira,
                s.Verificada,
                s.ConLlave,
                TieneLlave = llaves.Any(l => l.Cuenta == c.Id && l.RevocadaEn == null),
                Cuenta = c.Id,
                c.Nombre,
                c.SegundoFactor,
                Institucion = i.Sigla,
                NombreDeInstitucion = i.Nombre,
                i.Entidad,
                i.Tipo,
                NivelDeGobierno = i.Nivel,
                FinDeConvenio = convenios.Where(v => v.Institucion == i.Sigla && v.Desde <= hoy).Max(v => (DateOnly?)v.Fin),
                NombreDePerfil = p.Nombre,
                p.Privilegiado,
                p.Alcance,
                p.Nivel,
                s.VerComo,
                Sucede = sucesiones.Any(x => x.Sucesora == i.Sigla && x.Desde <= hoy),
                FaltanCompromisos = compromisos.Any(v => !aceptados.Any(a => a.Cuenta == c.Id && a.Compromiso == v.Id)),
                Permisos = permisosDePerfil.Where(x => x.Perfil == p.Clave).Select(x => x.Permiso).ToList(),
            }).SingleOrDefaultAsync(ct);

        if (hallada is null || (viva && hallada.Ultima + SesionAbierta.Inactividad(hallada.Privilegiado) <= ahora))
        {
            return null;
        }

        if (viva && hallada.Ultima + Grano <= ahora)
        {
            await db.SesionesAbiertas.Where(s => s.Id == hallada.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ultima, ahora), ct);
        }

        // Without its second factor a privileged account may do nothing at all, whatever page forgets to ask. Where nobody is real it may be left out.
        var debeLlave = acceso.LlaveObligatoria && hallada.Privilegiado && !hallada.ConLlave && !modo.Activo;
        var faltaFactor = debeLlave || (hallada.Privilegiado && !hallada.SegundoFactor && !hallada.TieneLlave && !modo.Activo);
        var faltanCompromisos = hallada.FaltanCompromisos && !modo.Activo;
        var permisos = faltaFactor || faltanCompromisos ? [] : hallada.Permisos.ToHashSet();

        // Here and nowhere else: what loads data is not there while the institution has neither a convenio in force nor the law, whatever page asks.
        // Nobody is bound by convenios where nobody is real.
        var faltaConvenio = modo.Activo ? null : VigenciaDeConvenio.Falta(hallada.Tipo, hallada.NivelDeGobierno, hallada.FinDeConvenio, hoy);
        var quitados = faltaConvenio is null ? 0 : permisos.RemoveWhere(VigenciaDeConvenio.PermisosDeCarga.Contains);
        var vigente = new SesionVigente(
            hallada.Id,
            hallada.Nombre,
            hallada.NombreDeInstitucion,
            hallada.NombreDePerfil,
            hallada.Privilegiado,
            hallada.SegundoFactor,
            faltaFactor,
            hallada.Expira,
            new(hallada.Cuenta, hallada.Institucion, hallada.Entidad, hallada.Alcance, hallada.Nivel, permisos) { Abierta = hallada.Id, Predecesoras = hallada.Sucede ? await SesionDeCuenta.PredecesorasDeAsync(db, hallada.Institucion, hoy, ct) : [] })
        {
            TieneLlave = hallada.TieneLlave,
            // Whoever owes a passkey and has one has proved nothing with anything else: another is not added on the strength of a code.
            Verificada = debeLlave && hallada.TieneLlave ? null : hallada.Verificada,
            FaltaConvenio = quitados > 0 ? faltaConvenio : null,
            FaltanCompromisos = faltanCompromisos,
        };
        var administra = permisos.Contains(Permiso.CuentaAdministrar) || permisos.Contains(Permiso.CuentaAdministrarNacional);
        return hallada.VerComo is { } clave && administra ? await MirandoAsync(vigente, clave, ct) : vigente;
    }

    // Another profile's screens with nobody's data: of no institution, so that no query reaches a row, and with no identity to reveal.
    private async Task<SesionVigente> MirandoAsync(SesionVigente vigente, string clave, CancellationToken ct)
    {
        var mirado = await db.Perfiles.AsNoTracking().SingleAsync(p => p.Clave == clave, ct);
        var permisos = await db.PermisosDePerfil.Where(p => p.Perfil == clave).Select(p => p.Permiso).ToHashSetAsync(ct);
        return vigente with
        {
            MiraComo = mirado,
            Sesion = vigente.Sesion with { Institucion = "", Predecesoras = [], Entidad = null, Alcance = Alcance.Institucion, Nivel = NivelDeIdentidad.SinIdentidad, Permisos = permisos },
        };
    }
}
