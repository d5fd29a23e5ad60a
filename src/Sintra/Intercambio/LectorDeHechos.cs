using Sintra.Expedientes;
using Sintra.Seguimiento;

namespace Sintra.Intercambio;

/// <summary>Events reported to the hotline, each with the report by which it became known.</summary>
internal sealed class LectorDeHechos(SintraDb db, Sesion sesion, AbrirHechoHandler abrir, AnotarReporteHandler anotar) : ClaseDeArchivo
{
    public const string Nombre = "linea-hechos.csv";

    public override string Archivo => Nombre;

    public override string Cuenta => "hechos";

    public override IReadOnlyList<string> Columnas => ["hecho", "fecha_reporte", "via_deteccion", "reporta_sexo"];

    public override IReadOnlyList<string> DependeDe => [];

    public override string? ColumnaDeHecho => null;

    public override string? ColumnaUnica => "hecho";

    public override async Task<HashSet<string>> OcupadosAsync(IReadOnlyCollection<string> numeros, CancellationToken ct) => (await db.Hechos
        .Where(h => h.Institucion == sesion.Institucion && numeros.Contains(h.NumeroDeOrigen))
        .Select(h => h.NumeroDeOrigen!)
        .ToListAsync(ct)).ToHashSet();

    public override Escritura Leer(Renglon renglon)
    {
        var numero = renglon.Numero("hecho");
        var fecha = renglon.Fecha("fecha_reporte");
        var via = renglon.Codigo("via_deteccion", "via_deteccion");
        var sexo = renglon.Codigo("reporta_sexo", "sexo");
        var campos = new Dictionary<string, IReadOnlyList<string>>
        {
            ["hecho_canal"] = ["LINEA"],
            ["det_operativo"] = [numero],
        };

        return async ct =>
        {
            var hecho = await abrir.EjecutarAsync(new(campos, numero), ct);
            var reporte = hecho.EsExito ? await anotar.EjecutarAsync(new(hecho.Valor, fecha, via, sexo), ct) : hecho;
            return reporte.Como(id => new DestinoDeCarga(nameof(Hecho), id.Valor));
        };
    }
}
