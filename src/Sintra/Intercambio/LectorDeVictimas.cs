using System.Globalization;
using Sintra.Expedientes;
using Sintra.Seguimiento;

namespace Sintra.Intercambio;

/// <summary>
/// Persons of whom a report speaks. Each begins a file with what is known; what the hotline did not keep is «no se preguntó», so the
/// file stays a draft until somebody completes it (docs/decisions/0003).
/// </summary>
internal sealed class LectorDeVictimas(SintraDb db, Sesion sesion, AbrirExpedienteHandler abrir) : ClaseDeArchivo
{
    // The rest of the minimum record. The event's forms are not each person's: they are asked again.
    private static readonly string[] SinPreguntar = ["calidad", "edad_registro", "nacionalidades", "det_lugar", "formas", "aviso_leido"];

    public override string Archivo => "linea-victimas.csv";

    public override string Cuenta => "victimas";

    public override IReadOnlyList<string> Columnas => ["victima", "hecho", "nivel_identificacion", "sexo"];

    public override string? ColumnaUnica => "victima";

    public override async Task<HashSet<string>> OcupadosAsync(IReadOnlyCollection<string> numeros, CancellationToken ct) => (await db.Expedientes
        .Where(e => e.Institucion == sesion.Institucion && numeros.Contains(e.NumeroDeOrigen))
        .Select(e => e.NumeroDeOrigen!)
        .ToListAsync(ct)).ToHashSet();

    public override Escritura Leer(Renglon renglon)
    {
        var (numero, hecho) = (renglon.Numero("victima"), renglon.Hecho("hecho"));
        var nivel = renglon.Codigo("nivel_identificacion", "nivel_identificacion");
        var sexo = renglon.Codigo("sexo", "sexo");

        return async ct =>
        {
            var reporte = await db.ReportesDeHecho.AsNoTracking().SingleOrDefaultAsync(r => r.Hecho == hecho, ct);
            var campos = new Dictionary<string, IReadOnlyList<string>> { ["institucion_registra"] = [sesion.Institucion] };
            Poner(campos, "nivel_identificacion", nivel);
            Poner(campos, "sexo", sexo);
            Poner(campos, "via_deteccion", reporte is null ? RespuestaCodificada.NoSePregunto : new(reporte.Via, reporte.EstadoDeVia));
            Poner(campos, "fecha_deteccion", reporte?.Fecha);
            foreach (var clave in nivel.Codigo == "GR" ? [.. SinPreguntar, "num_personas_grupo"] : SinPreguntar)
            {
                Poner(campos, clave, RespuestaCodificada.NoSePregunto);
            }

            return (await abrir.EjecutarAsync(AbrirExpediente.Minimo(campos, hecho, numero), ct)).Como(id => new DestinoDeCarga(nameof(Expediente), id.Valor));
        };
    }

    private static void Poner(Dictionary<string, IReadOnlyList<string>> campos, string clave, RespuestaCodificada respuesta)
    {
        var (campo, valor) = respuesta.Codigo is { } codigo ? (clave, codigo) : ($"{clave}.estado", respuesta.Estado.ToString());
        campos[campo] = [valor];
    }

    private static void Poner(Dictionary<string, IReadOnlyList<string>> campos, string clave, DateOnly? fecha)
    {
        if (fecha is not { } dia)
        {
            Poner(campos, clave, RespuestaCodificada.NoSePregunto);
            return;
        }

        foreach (var (parte, valor) in new[] { ("dia", dia.Day), ("mes", dia.Month), ("anio", dia.Year) })
        {
            campos[$"{clave}.{parte}"] = [valor.ToString(CultureInfo.InvariantCulture)];
        }
    }
}
