using Sintra.Diccionario;

namespace Sintra.Cuentas;

/// <param name="Texto">Part of the acronym or of the name, accents and case aside.</param>
/// <param name="PorVencer">Only those whose convenio ends soon or has ended.</param>
public sealed record FiltroDeInstituciones(string? Texto, string? Nivel, string? Entidad, string? Tipo, bool PorVencer);

/// <param name="Nombre">Of a shelter, its key: where it is would follow from its name.</param>
/// <param name="Entidad">Null also of a shelter.</param>
public sealed record InstitucionEnLista(string Sigla, string Nombre, string Tipo, string Nivel, string? Entidad, SituacionDeConvenio Convenio, IReadOnlyList<string> Sucesoras);

/// <param name="Total">How many there are beyond those shown too.</param>
public sealed record InstitucionesHalladas(IReadOnlyList<InstitucionEnLista> Renglones, int Total);

/// <summary>The institutions by level of government, state and kind, with how their convenio stands.</summary>
public sealed class ListarInstitucionesHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    public const int Maximo = 100;

    internal const string Albergue = "ALB";

    public async Task<InstitucionesHalladas> EjecutarAsync(FiltroDeInstituciones filtro, CancellationToken ct)
    {
        var texto = TextoLimpio.ParaComparar(filtro.Texto ?? "");

        // A few hundred rows at most, and both accents and «ends soon» are decided here, the same on both engines.
        var halladas = (await TodasAsync(db.Instituciones.Where(i =>
                (filtro.Nivel == null || i.Nivel == filtro.Nivel)
                && (filtro.Tipo == null || i.Tipo == filtro.Tipo)
                && (filtro.Entidad == null || (i.Entidad == filtro.Entidad && i.Tipo != Albergue))), ct))
            .Where(i => texto.Length == 0
                || TextoLimpio.ParaComparar(i.Sigla).Contains(texto, StringComparison.Ordinal)
                || TextoLimpio.ParaComparar(i.Nombre).Contains(texto, StringComparison.Ordinal))
            .Where(i => !filtro.PorVencer || i.Convenio.Estado is EstadoDeConvenio.PorVencer or EstadoDeConvenio.Vencido)
            .ToList();
        return new([.. halladas.Take(Maximo)], halladas.Count);
    }

    /// <summary>
    /// Those whose convenio ends within the days of notice, soonest first, for whoever can do something about it: all of them nationally,
    /// one's own for who administers an institution's accounts, none otherwise.
    /// </summary>
    public async Task<IReadOnlyList<InstitucionEnLista>> PorVencerAsync(CancellationToken ct)
    {
        var (todas, propia, limite) = (sesion.Puede(Permiso.InstitucionAdministrar), sesion.Puede(Permiso.CuentaAdministrar), reloj.Hoy.AddDays(VigenciaDeConvenio.DiasDeAviso));
        if (!todas && !propia)
        {
            return [];
        }

        var (hoy, alAlcance) = (reloj.Hoy, todas ? db.Instituciones.AdministrablesPor(sesion) : db.Instituciones.Where(i => i.Sigla == sesion.Institucion));
        var vencen = db.Convenios.Where(c => c.Fin >= hoy && c.Fin <= limite);
        return [.. (await TodasAsync(alAlcance.Where(i => vencen.Any(c => c.Institucion == i.Sigla)), ct))
            .Where(i => i.Convenio.Estado == EstadoDeConvenio.PorVencer)
            .OrderBy(i => i.Convenio.Dias)];
    }

    private async Task<List<InstitucionEnLista>> TodasAsync(IQueryable<Institucion> cuales, CancellationToken ct)
    {
        var instituciones = await cuales.AsNoTracking().OrderBy(i => i.Nivel).ThenBy(i => i.Entidad).ThenBy(i => i.Tipo).ThenBy(i => i.Sigla).ToListAsync(ct);
        var convenios = (await db.Convenios.Where(c => cuales.Any(i => i.Sigla == c.Institucion)).Select(c => new { c.Institucion, c.Desde, c.Fin }).ToListAsync(ct))
            .ToLookup(c => c.Institucion, c => (c.Desde, c.Fin));
        var sucesoras = (await db.Sucesiones.AsNoTracking().OrderBy(s => s.Desde).ToListAsync(ct)).ToLookup(s => s.Predecesora, s => s.Sucesora);
        return [.. instituciones.Select(i => new InstitucionEnLista(
            i.Sigla,
            i.Tipo == Albergue ? i.Sigla : i.Nombre,
            i.Tipo,
            i.Nivel,
            i.Tipo == Albergue ? null : i.Entidad,
            VigenciaDeConvenio.De(i.Tipo, i.Nivel, convenios[i.Sigla], reloj.Hoy),
            [.. sucesoras[i.Sigla]]))];
    }
}
