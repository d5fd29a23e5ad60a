namespace Sintra.Personas;

/// <summary>Levels of many pairs, compared once and read in every turn of the training.</summary>
internal sealed class Tabla
{
    private readonly List<sbyte[]> _niveles = [];
    private readonly List<bool> _vetados = [];

    /// <summary>How many pairs.</summary>
    public int Pares => _niveles.Count;

    public static Tabla De(IEnumerable<(PersonaComparable A, PersonaComparable B)> pares, Comparador comparador)
    {
        var tabla = new Tabla();
        foreach (var (a, b) in pares)
        {
            var comparado = comparador.Comparar(a, b);
            tabla._niveles.Add(comparado.Niveles);
            tabla._vetados.Add(comparado.Veto is not (Veto.Ninguno or Veto.SinConfirmar));
        }

        return tabla;
    }

    /// <summary>How often each level of a field occurs, each pair counting as much as it weighs.</summary>
    public double[] Suma(int campo, int niveles, Func<int, double> peso)
    {
        var suma = new double[niveles];
        for (var i = 0; i < _niveles.Count; i++)
        {
            if (_niveles[i][campo] is >= 0 and var nivel)
            {
                suma[nivel] += peso(i);
            }
        }

        return suma;
    }

    /// <summary>Of every pair, the probability of being one person; none for the vetoed.</summary>
    /// <param name="ventaja">Natural logarithm of the odds beforehand.</param>
    /// <param name="habla">Which fields have a say.</param>
    public void Probar(double[] p, double ventaja, double[][] m, double[][] u, bool[] habla)
    {
        var pesos = m.Zip(u, (deM, deU) => deM.Zip(deU, (x, y) => Math.Log(x / y)).ToArray()).ToArray();
        for (var i = 0; i < _niveles.Count; i++)
        {
            var suma = ventaja;
            for (var f = 0; f < pesos.Length; f++)
            {
                suma += habla[f] && _niveles[i][f] is >= 0 and var nivel ? pesos[f][nivel] : 0;
            }

            p[i] = _vetados[i] ? 0 : 1 / (1 + Math.Exp(-suma));
        }
    }

    /// <summary>Of each pair, how much of it is two persons.</summary>
    /// <param name="previo">log2 of the odds beforehand.</param>
    public Func<int, double> Complemento(double previo, double[][] m, double[][] u)
    {
        var p = new double[_niveles.Count];
        Probar(p, previo * Math.Log(2), m, u, [.. m.Select(_ => true)]);
        return i => 1 - p[i];
    }
}
