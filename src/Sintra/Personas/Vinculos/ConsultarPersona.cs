using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>An edge between two files within reach.</summary>
public sealed record VinculoLeido(Guid Id, string? FolioA, string? FolioB, string Motivo, DateTime DecididoEn, bool PideOtraPersona, DateTime? ConfirmadoEn);

/// <param name="Expedientes">Files of the person within reach of whoever asks; of others nothing is said, not even how many.</param>
/// <param name="Alarmas">What is odd about the group, for whoever reviews links; empty for all others.</param>
public sealed record PersonaLeida(IReadOnlyList<LadoDeCoincidencia> Expedientes, IReadOnlyList<VinculoLeido> Vinculos, IReadOnlyList<AlarmaDePersona> Alarmas);

/// <summary>The files that count as one person, as far as one may see. Joining gives nobody a file they did not have.</summary>
public sealed class ConsultarPersonaHandler(SintraDb db, Agrupaciones agrupaciones, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>What «Quién ha consultado» of a file calls having been seen among those of its person.</summary>
    public const string Pantalla = "persona";

    /// <param name="expediente">Any file of the person.</param>
    /// <returns>Null when that file is out of reach.</returns>
    public async Task<PersonaLeida?> EjecutarAsync(ExpedienteId expediente, CancellationToken ct)
    {
        var alcance = db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj);
        if (!await alcance.AnyAsync(e => e.Id == expediente, ct))
        {
            return null;
        }

        var grupo = await agrupaciones.DeAsync(expediente, ct);
        var lados = await alcance.Where(e => grupo.Contains(e.Id)).OrderBy(e => e.CreadoEn).ThenBy(e => e.Id)
            .Select(e => new LadoDeCoincidencia(e.Id, e.Folio, e.Institucion, e.Filtros.Sexo, e.Filtros.EdadMinima, e.Filtros.EdadMaxima, e.CreadoEn)).ToListAsync(ct);
        var folios = lados.ToDictionary(l => l.Expediente, l => l.Folio);
        var vistos = folios.Keys.ToList();
        var revisa = sesion.Puede(Permiso.VinculoRevisar);
        var vinculos = revisa
            ? await db.Vinculos.AsNoTracking().Where(v => v.Veredicto == Veredicto.Misma && v.RevocadoEn == null && vistos.Contains(v.A) && vistos.Contains(v.B)).OrderBy(v => v.DecididoEn).ToListAsync(ct)
            : [];
        var alarmas = revisa ? await db.Pertenencias.Where(p => p.Expediente == expediente).Select(p => p.Alarmas).SingleOrDefaultAsync(ct) : null;
        foreach (var lado in lados)
        {
            bitacora.Asentar(new ExpedienteConsultado(Pantalla), lado.Expediente);
        }

        await db.SaveChangesAsync(ct);
        return new(
            lados,
            [.. vinculos.Select(v => new VinculoLeido(v.Id, folios[v.A], folios[v.B], v.Motivo, v.DecididoEn, v.PideOtraPersona, v.ConfirmadoEn))],
            alarmas is null ? [] : [.. alarmas.Split(',').Select(CodigoDeEnum.Leer<AlarmaDePersona>)]);
    }
}
