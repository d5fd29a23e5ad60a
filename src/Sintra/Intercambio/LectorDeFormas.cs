using Sintra.Expedientes;

namespace Sintra.Intercambio;

/// <summary>Forms of exploitation mentioned in an event, one a row.</summary>
internal sealed class LectorDeFormas(AmpliarHechoHandler ampliar) : ClaseDeArchivo
{
    public override string Archivo => "linea-formas.csv";

    public override string Cuenta => "formas";

    public override IReadOnlyList<string> Columnas => ["hecho", "forma"];

    public override Escritura Leer(Renglon renglon)
    {
        var (hecho, forma) = (renglon.Hecho("hecho"), renglon["forma"]);
        renglon.Codigo("forma", "formas_explotacion");

        return async ct => (await ampliar.EjecutarAsync(new(hecho, [forma]), ct)).Como(_ => new DestinoDeCarga(nameof(Hecho), hecho.Valor));
    }
}
