using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>How an event became known and to whom its report was handed.</summary>
public sealed record ReportesDelHecho(ReporteDeHecho? Reporte, IReadOnlyList<Llamada> Llamadas, IReadOnlyList<CanalizacionDeReporte> Canalizaciones)
{
    public bool HayAlgo => Reporte is not null || Llamadas.Count > 0 || Canalizaciones.Count > 0;
}

/// <summary>Of an event that the reader has been shown; nothing in them says who called.</summary>
public sealed class ReportesDelHechoHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    private const int Mostradas = 50;

    public async Task<ReportesDelHecho> EjecutarAsync(HechoId hecho, CancellationToken ct)
    {
        var alcance = db.HechosAlAlcanceDe(sesion, reloj).Where(h => h.Id == hecho);
        return new(
            await db.ReportesDeHecho.AsNoTracking().SingleOrDefaultAsync(r => alcance.Any(h => h.Id == r.Hecho), ct),
            await db.Llamadas.AsNoTracking().Where(l => alcance.Any(h => h.Id == l.Hecho)).OrderBy(l => l.Fecha).ThenBy(l => l.Id).Take(Mostradas).ToListAsync(ct),
            await db.CanalizacionesDeReporte.AsNoTracking().Where(c => alcance.Any(h => h.Id == c.Hecho)).OrderBy(c => c.CreadaEn).ThenBy(c => c.Id).Take(Mostradas).ToListAsync(ct));
    }

    /// <summary>The day of the first call about an event; null without one.</summary>
    public Task<DateOnly?> DiaDeLlamadaAsync(HechoId hecho, CancellationToken ct) =>
        db.Llamadas.Where(l => l.Hecho == hecho).MinAsync(l => (DateOnly?)l.Fecha, ct);
}
