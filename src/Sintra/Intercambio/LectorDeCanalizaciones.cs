using Sintra.Seguimiento;

namespace Sintra.Intercambio;

/// <summary>Reports handed to other institutions; the file does not say on which day.</summary>
internal sealed class LectorDeCanalizaciones(CanalizarReporteHandler canalizar) : ClaseDeArchivo
{
    public override string Archivo => "linea-canalizaciones.csv";

    public override string Cuenta => "canalizaciones";

    public override IReadOnlyList<string> Columnas => ["hecho", "can_destino"];

    public override Escritura Leer(Renglon renglon)
    {
        var (hecho, destino) = (renglon.Hecho("hecho"), renglon["can_destino"]);
        renglon.Codigo("can_destino", "instituciones");
        if (destino == renglon.Contexto.Institucion)
        {
            renglon.Reprobar("can_destino", "El destino debe ser otra institución que la que canaliza.");
        }

        return async ct => (await canalizar.EjecutarAsync(new(hecho, destino, Fecha: null), ct))
            .Como(id => new DestinoDeCarga(nameof(CanalizacionDeReporte), id));
    }
}
