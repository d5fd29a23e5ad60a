using Sintra.Diccionario;
using Sintra.Seguimiento;

namespace Sintra.Intercambio;

/// <summary>Calls of the hotline, with and without event. Who called is known where the report of the event says it.</summary>
internal sealed class LectorDeLlamadas(SintraDb db, RegistrarLlamadaHandler registrar) : ClaseDeArchivo
{
    public override string Archivo => "linea-llamadas.csv";

    public override string Cuenta => "llamadas";

    public override IReadOnlyList<string> Columnas => ["fecha", "hecho"];

    public override Escritura Leer(Renglon renglon)
    {
        var (fecha, hecho) = (renglon.Fecha("fecha"), renglon.HechoSiHay("hecho"));
        return async ct =>
        {
            var reporte = await db.ReportesDeHecho.AsNoTracking().SingleOrDefaultAsync(r => r.Hecho == hecho, ct);
            var resultado = await registrar.EjecutarAsync(
                new(
                    fecha,
                    hecho,
                    reporte is null ? RespuestaCodificada.NoSePregunto : new(reporte.Sexo, reporte.EstadoDeSexo),
                    hecho is null ? RespuestaCodificada.NoSePregunto : new("POSIBLE_TRATA", EstadoDeRespuesta.R)),
                ct);
            return resultado.Como(id => new DestinoDeCarga(nameof(Llamada), id));
        };
    }
}
