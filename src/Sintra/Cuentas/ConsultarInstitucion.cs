namespace Sintra.Cuentas;

/// <param name="Registro">Name of who wrote it down; null for those who may not administer, and for the system.</param>
/// <param name="PuedeTerminar">Still in force or to come, and whoever asks may end it.</param>
public sealed record ConvenioLeido(Convenio Convenio, string? Registro, string? Termino, bool Vigente, bool PuedeTerminar);

/// <param name="Otra">The predecessor or the successor, by its key.</param>
public sealed record SucesionLeida(string Otra, string Nombre, DateOnly Desde);

/// <param name="EsQuienCaptura">The institution read captures for <paramref name="Otra"/>; else the other one captures for it.</param>
/// <param name="Otra">By its key.</param>
public sealed record RepresentacionLeida(Representacion Representacion, bool EsQuienCaptura, string Otra, string Nombre, bool Vigente, bool PuedeTerminar);

public sealed record InstitucionLeida(
    string Sigla,
    string Nombre,
    string Tipo,
    string Nivel,
    string? Entidad,
    string? Padre,
    bool ExentaPorLey,
    bool PuedeAdministrar,
    SituacionDeConvenio Situacion,
    IReadOnlyList<ConvenioLeido> Convenios,
    IReadOnlyList<SucesionLeida> Predecesoras,
    IReadOnlyList<SucesionLeida> Sucesoras,
    IReadOnlyList<RepresentacionLeida> Representaciones);

/// <summary>One institution, with its convenios, newest first, and what came before and after it.</summary>
public sealed class ConsultarInstitucionHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    /// <returns>Null when there is none with that key.</returns>
    public async Task<InstitucionLeida?> EjecutarAsync(string sigla, CancellationToken ct)
    {
        if (await db.Instituciones.AsNoTracking().SingleOrDefaultAsync(i => i.Sigla == sigla, ct) is not { } institucion)
        {
            return null;
        }

        var (hoy, esAlbergue) = (reloj.Hoy, institucion.Tipo == ListarInstitucionesHandler.Albergue);
        var administra = await PuedeAdministrarAsync(sigla, ct);
        var cuentas = db.Cuentas;
        var convenios = await (
            from c in db.Convenios.AsNoTracking()
            where c.Institucion == sigla
            orderby c.Desde descending, c.RegistradoEn descending
            select new
            {
                Convenio = c,
                Registro = cuentas.Where(x => x.Id == c.RegistradoPor).Select(x => x.Nombre).FirstOrDefault(),
                Termino = cuentas.Where(x => x.Id == c.TerminadoPor).Select(x => x.Nombre).FirstOrDefault(),
            }).ToListAsync(ct);
        var sucesiones = await (
            from s in db.Sucesiones
            join p in db.Instituciones on s.Predecesora equals p.Sigla
            join q in db.Instituciones on s.Sucesora equals q.Sigla
            where s.Predecesora == sigla || s.Sucesora == sigla
            orderby s.Desde
            select new { Vino = s.Sucesora == sigla, s.Desde, Antes = p, Despues = q }).ToListAsync(ct);

        return new(
            sigla,
            Nombre(institucion),
            institucion.Tipo,
            institucion.Nivel,
            esAlbergue ? null : institucion.Entidad,
            esAlbergue ? null : institucion.Padre,
            VigenciaDeConvenio.EsExentaPorLey(institucion.Tipo, institucion.Nivel),
            administra,
            VigenciaDeConvenio.De(institucion.Tipo, institucion.Nivel, convenios.Select(c => (c.Convenio.Desde, c.Convenio.Fin)), hoy),
            [.. convenios.Select(c => new ConvenioLeido(
                c.Convenio,
                administra ? c.Registro : null,
                administra ? c.Termino : null,
                c.Convenio.Desde <= hoy && c.Convenio.Fin >= hoy,
                administra && c.Convenio.TerminadoEn is null && c.Convenio.Fin >= hoy))],
            [.. sucesiones.Where(s => s.Vino).Select(s => new SucesionLeida(s.Antes.Sigla, Nombre(s.Antes), s.Desde))],
            [.. sucesiones.Where(s => !s.Vino).Select(s => new SucesionLeida(s.Despues.Sigla, Nombre(s.Despues), s.Desde))],
            await RepresentacionesAsync(sigla, administra, ct));
    }

    private async Task<List<RepresentacionLeida>> RepresentacionesAsync(string sigla, bool administra, CancellationToken ct)
    {
        var hoy = reloj.Hoy;
        var suyas = await (
            from r in db.Representaciones.AsNoTracking()
            join i in db.Instituciones on r.InstitucionQueCaptura == sigla ? r.Representada : r.InstitucionQueCaptura equals i.Sigla
            where r.InstitucionQueCaptura == sigla || r.Representada == sigla
            orderby r.Desde descending, r.RegistradaEn descending
            select new { Representacion = r, Otra = i }).ToListAsync(ct);
        return
        [
            .. suyas.Select(s => new RepresentacionLeida(
                s.Representacion,
                s.Representacion.InstitucionQueCaptura == sigla,
                s.Otra.Sigla,
                Nombre(s.Otra),
                s.Representacion.Desde <= hoy && s.Representacion.Fin >= hoy,
                administra && s.Representacion.InstitucionQueCaptura == sigla && s.Representacion.TerminadaEn is null && s.Representacion.Fin >= hoy)),
        ];
    }

    /// <summary>Whether whoever asks may write on this institution.</summary>
    public async Task<bool> PuedeAdministrarAsync(string sigla, CancellationToken ct) =>
        sesion.Puede(Permiso.InstitucionAdministrar) && await db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == sigla, ct);

    /// <summary>Which may be named as successors of one.</summary>
    public async Task<IReadOnlyList<(string Sigla, string Nombre)>> OtrasAsync(string sigla, CancellationToken ct) =>
        [.. (await db.Instituciones.AsNoTracking().Where(i => i.Sigla != sigla).OrderBy(i => i.Nombre).ToListAsync(ct)).Select(i => (i.Sigla, Nombre(i)))];

    private static string Nombre(Institucion institucion) => institucion.Tipo == ListarInstitucionesHandler.Albergue ? institucion.Sigla : institucion.Nombre;
}
