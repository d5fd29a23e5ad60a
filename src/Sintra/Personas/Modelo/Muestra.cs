namespace Sintra.Personas;

/// <summary>Records in an order that is theirs, and the pairs that training looks at. The same records give the same pairs, however they came.</summary>
internal sealed class Muestra
{
    private readonly PersonaComparable[] _registros;
    private readonly int _primeros;

    /// <param name="unos">All records; or those of the first file.</param>
    /// <param name="otros">Those of the second: then pairs go across only.</param>
    public Muestra(IEnumerable<PersonaComparable> unos, IEnumerable<PersonaComparable>? otros = null)
    {
        PersonaComparable[] a = [.. EnOrden(unos)];
        PersonaComparable[] b = otros is null ? [] : [.. EnOrden(otros)];
        (_registros, _primeros) = ([.. a, .. b], otros is null ? -1 : a.Length);
    }

    public IReadOnlyList<PersonaComparable> Registros => _registros;

    /// <summary>How many pairs there are at all.</summary>
    public long Pares => _primeros < 0 ? (long)_registros.Length * (_registros.Length - 1) / 2 : (long)_primeros * (_registros.Length - _primeros);

    /// <summary>Pairs spread evenly over all (steps of the golden section), or every one where they are no more.</summary>
    public IEnumerable<(PersonaComparable A, PersonaComparable B)> AlAzar(int cuantos)
    {
        var total = Pares;
        var paso = cuantos >= total ? 1 : Primo((long)(total * 0.6180339887498949), total);
        for (var (k, n) = (0L, 0L); n < Math.Min(cuantos, total); n++, k = (k + paso) % total)
        {
            yield return Par(k);
        }
    }

    /// <summary>Pairs whose records give the same key; no more than so many, evenly left out.</summary>
    public IReadOnlyList<(PersonaComparable A, PersonaComparable B)> ConMisma(Func<PersonaComparable, string?> clave, int tope)
    {
        var grupos = Enumerable.Range(0, _registros.Length)
            .Select(i => (I: i, Clave: clave(_registros[i])))
            .Where(r => r.Clave is not null)
            .GroupBy(r => r.Clave!, r => r.I)
            .Select(g => g.ToList())
            .ToList();
        var cada = 1 + (grupos.Sum(g => (long)g.Count * (g.Count - 1) / 2) / tope);
        var pares = new List<(PersonaComparable, PersonaComparable)>();
        var n = 0L;
        foreach (var grupo in grupos)
        {
            for (var x = 0; x < grupo.Count; x++)
            {
                for (var y = x + 1; y < grupo.Count; y++)
                {
                    if (SePuede(grupo[x], grupo[y]) && n++ % cada == 0)
                    {
                        pares.Add((_registros[grupo[x]], _registros[grupo[y]]));
                    }
                }
            }
        }

        return pares;
    }

    private bool SePuede(int i, int j) => _primeros < 0 || i < _primeros != j < _primeros;

    private (PersonaComparable, PersonaComparable) Par(long k)
    {
        if (_primeros >= 0)
        {
            var deB = _registros.Length - _primeros;
            return (_registros[k / deB], _registros[_primeros + (k % deB)]);
        }

        // Row j of the triangle holds j pairs.
        var j = (long)((1 + Math.Sqrt(1 + (8.0 * k))) / 2);
        j = j * (j - 1) / 2 > k ? j - 1 : (j + 1) * j / 2 <= k ? j + 1 : j;
        return (_registros[k - (j * (j - 1) / 2)], _registros[j]);
    }

    // The next step that has no divisor in common with the total, so that no pair comes twice.
    private static long Primo(long paso, long total)
    {
        while (Divisor(paso, total) != 1)
        {
            paso++;
        }

        return paso;
    }

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);

    private static IEnumerable<PersonaComparable> EnOrden(IEnumerable<PersonaComparable> registros) => registros.OrderBy(r => r.Huella, StringComparer.Ordinal);
}
