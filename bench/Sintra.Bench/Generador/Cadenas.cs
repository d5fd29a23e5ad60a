namespace Sintra.Bench.Generador;

/// <summary>Numbers and seals the lines of the log of a batch, in the lanes of a block that nobody else extends.</summary>
internal sealed class Cadenas(byte[] llave, int bloque, int deCadaClase, IReadOnlyDictionary<int, Cabeza> cabezas)
{
    private readonly Dictionary<int, Cabeza> _cabezas = new(cabezas);

    /// <summary>All changes of a batch go to one lane and all readings to another; batches take turns among the lanes.</summary>
    public void Encadenar(Lote lote)
    {
        var cambios = (bloque * Carriles.PorBloque) + (lote.Numero % deCadaClase);
        foreach (var asiento in lote.Asientos)
        {
            var carril = asiento.EsLectura ? cambios + (Carriles.PorBloque / 2) : cambios;
            var anterior = _cabezas.GetValueOrDefault(carril, Cabeza.Origen);
            (asiento.Carril, asiento.N) = (carril, anterior.N + 1);
            asiento.Mac = Cadena.Mac(llave, anterior.Mac, asiento);
            _cabezas[carril] = new(asiento.N, asiento.Mac);
            lote.Agregar(asiento);
        }
    }
}
