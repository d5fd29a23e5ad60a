using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Intercambio;

/// <summary>Places mentioned in an event, one a row: of a place the hotline kept its kind and not where it is.</summary>
internal sealed class LectorDeLugares(AmpliarHechoHandler ampliar) : ClaseDeArchivo
{
    public override string Archivo => "linea-lugares.csv";

    public override string Cuenta => "lugares";

    public override IReadOnlyList<string> Columnas => ["hecho", "tipo_lugar"];

    public override Escritura Leer(Renglon renglon)
    {
        var (hecho, tipo) = (renglon.Hecho("hecho"), renglon.Codigo("tipo_lugar", "tipo_lugar"));
        var lugar = new Dictionary<string, Respuesta>
        {
            ["hl_lugar"] = Respuesta.Sin(EstadoDeRespuesta.NP),
            ["hl_tipo_lugar"] = tipo.Codigo is { } codigo ? Respuesta.Con(new ValorDeOpcion(codigo)) : Respuesta.Sin(tipo.Estado),
        };

        return async ct => (await ampliar.EjecutarAsync(new(hecho, [], lugar), ct)).Como(fila => new DestinoDeCarga(nameof(Hecho), hecho.Valor, fila));
    }
}
