using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>Notes how an event of one's own became known.</summary>
public sealed record AnotarReporte(HechoId Hecho, DateOnly Fecha, RespuestaCodificada Via, RespuestaCodificada Sexo);

public sealed record ReporteAnotado(HechoId Hecho, DateOnly Fecha) : ISuceso;

public sealed class AnotarReporteHandler(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<HechoId>> EjecutarAsync(AnotarReporte orden, CancellationToken ct)
    {
        if (!await db.Hechos.AnyAsync(h => h.Id == orden.Hecho && h.Institucion == sesion.Institucion, ct))
        {
            return new NoExiste();
        }

        if (await ReparoAsync(orden, ct) is { } falla)
        {
            return falla;
        }

        db.Add(new ReporteDeHecho
        {
            Hecho = orden.Hecho,
            Fecha = orden.Fecha,
            Via = orden.Via.Codigo,
            EstadoDeVia = orden.Via.Estado,
            Sexo = orden.Sexo.Codigo,
            EstadoDeSexo = orden.Sexo.Estado,
        });
        bitacora.Asentar(new ReporteAnotado(orden.Hecho, orden.Fecha));
        await db.SaveChangesAsync(ct);

        return orden.Hecho;
    }

    private async Task<Falla?> ReparoAsync(AnotarReporte orden, CancellationToken ct) => orden switch
    {
        _ when orden.Fecha > reloj.Hoy => new(nameof(orden.Fecha), "La fecha del reporte no puede ser futura."),
        _ when !diccionario.Conoce("via_deteccion", orden.Via) => new(nameof(orden.Via), "Elija cómo se conoció el hecho entre las opciones del catálogo."),
        _ when !diccionario.Conoce("sexo", orden.Sexo) => new(nameof(orden.Sexo), "Elija el sexo de quien reporta entre las opciones del catálogo."),
        _ when await db.ReportesDeHecho.AnyAsync(r => r.Hecho == orden.Hecho, ct) => new(null, "El reporte de este hecho ya está anotado."),
        _ => null,
    };
}
