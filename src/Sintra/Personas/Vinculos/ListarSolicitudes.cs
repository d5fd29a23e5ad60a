using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>How a request stands, as who asked is told: the same while it is looked at, whoever looks; the same when nobody was found as when it was refused.</summary>
public enum EtapaDeSolicitud
{
    EnRevision,
    Aceptada,
    SinVinculo,
}

public sealed record SolicitudPropia(ExpedienteId Expediente, string? Folio, DateTime PedidaEn, DateTime VenceEn, EtapaDeSolicitud Etapa);

/// <param name="Expediente">The file of one's own that it is about: of whoever reviews, the one that asks; of whoever answers, the one asked for.</param>
/// <param name="Pares">Of whoever reviews: suggestions of the file that asks, with the folio and institution of the other.</param>
public sealed record SolicitudPorAtender(Guid Id, ExpedienteId Expediente, string? Folio, string Institucion, DateTime VenceEn, bool Vencida, IReadOnlyList<(Guid Sugerencia, string? Folio, string Institucion)> Pares);

/// <summary>Requests of one's institution, and those that wait for one's answer.</summary>
public sealed class ListarSolicitudesHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    private const int Mostradas = 100;

    /// <summary>Of one's own institution, the newest first.</summary>
    public async Task<IReadOnlyList<SolicitudPropia>> PropiasAsync(CancellationToken ct)
    {
        var (institucion, alcance) = (sesion.Institucion, db.Expedientes.AlAlcanceDe(sesion, reloj));
        var filas = await db.SolicitudesDeVinculo.AsNoTracking().Where(s => s.Institucion == institucion)
            .Join(alcance, s => s.Expediente, e => e.Id, (s, e) => new { S = s, e.Folio })
            .OrderByDescending(x => x.S.PedidaEn).ThenByDescending(x => x.S.Id).Take(Mostradas).ToListAsync(ct);

        // The term is the one of the day it was asked: that it was turned over to somebody does not show.
        return [.. filas.Select(f => new SolicitudPropia(f.S.Expediente, f.Folio, f.S.PedidaEn, f.S.PedidaEn + (2 * SolicitarVinculoHandler.Plazo), f.S.Estado switch
        {
            EstadoDeSolicitud.Pedida or EstadoDeSolicitud.Turnada => EtapaDeSolicitud.EnRevision,
            EstadoDeSolicitud.Aceptada => EtapaDeSolicitud.Aceptada,
            _ => EtapaDeSolicitud.SinVinculo,
        }))];
    }

    /// <summary>For whoever reviews links: what was asked and nobody has looked at, the oldest term first.</summary>
    public async Task<IReadOnlyList<SolicitudPorAtender>> PorTurnarAsync(CancellationToken ct)
    {
        var alcance = db.Expedientes.AlAlcanceDe(sesion, reloj);
        var filas = await db.SolicitudesDeVinculo.AsNoTracking().Where(s => s.Estado == EstadoDeSolicitud.Pedida)
            .Join(alcance, s => s.Expediente, e => e.Id, (s, e) => new { S = s, e.Folio })
            .OrderBy(x => x.S.VenceEn).ThenBy(x => x.S.Id).Take(Mostradas).ToListAsync(ct);
        var ids = filas.ConvertAll(f => f.S.Expediente);
        var pares = await db.Sugerencias.AsNoTracking().Where(s => s.AtendidaEn == null && (ids.Contains(s.A) || ids.Contains(s.B))).OrderByDescending(s => s.Probabilidad).ToListAsync(ct);
        var otros = pares.SelectMany(p => new[] { p.A, p.B }).Distinct().ToList();
        var folios = await alcance.Where(e => otros.Contains(e.Id)).Select(e => new { e.Id, e.Folio, e.Institucion }).ToDictionaryAsync(e => e.Id, ct);
        return [.. filas.Select(f => new SolicitudPorAtender(f.S.Id, f.S.Expediente, f.Folio, f.S.Institucion, f.S.VenceEn, f.S.VenceEn < reloj.Ahora,
        [
            .. pares.Where(p => p.A == f.S.Expediente || p.B == f.S.Expediente)
                .Select(p => (p.Id, Otro: p.A == f.S.Expediente ? p.B : p.A))
                .Where(p => folios.ContainsKey(p.Otro))
                .Select(p => (p.Id, folios[p.Otro].Folio, folios[p.Otro].Institucion)),
        ]))];
    }

    /// <summary>For the institution of the other file: what it is asked, with its own folio and who asks; of the file that asks it is shown nothing.</summary>
    public async Task<IReadOnlyList<SolicitudPorAtender>> PorResponderAsync(CancellationToken ct)
    {
        var (institucion, alcance) = (sesion.Institucion, db.Expedientes.AlAlcanceDe(sesion, reloj));
        var filas = await db.SolicitudesDeVinculo.AsNoTracking().Where(s => s.Estado == EstadoDeSolicitud.Turnada && s.InstitucionQueResponde == institucion)
            .Join(alcance, s => s.Otro, e => e.Id, (s, e) => new { S = s, e.Id, e.Folio })
            .OrderBy(x => x.S.VenceEn).ThenBy(x => x.S.Id).Take(Mostradas).ToListAsync(ct);
        return [.. filas.Select(f => new SolicitudPorAtender(f.S.Id, f.Id, f.Folio, f.S.Institucion, f.S.VenceEn, f.S.VenceEn < reloj.Ahora, []))];
    }
}
