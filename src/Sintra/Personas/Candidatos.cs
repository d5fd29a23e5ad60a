namespace Sintra.Personas;

/// <summary>Pairs that share a token, in memory: how a whole set is compared with itself or with another. A single record asks the table of tokens the same.</summary>
internal sealed class Candidatos
{
    /// <summary>As many as a lookup opens and compares; the rest, by the weight of what they share, are left.</summary>
    public const int QueSeAbren = 64;

    private Candidatos(IReadOnlyList<(int A, int B)> pares, IReadOnlyList<int> porConsulta) => (Pares, PorConsulta) = (pares, porConsulta);

    /// <summary>Pairs to compare, by the places of their records.</summary>
    public IReadOnlyList<(int A, int B)> Pares { get; }

    /// <summary>How many records shared a token with each that asked, before the best are taken.</summary>
    public IReadOnlyList<int> PorConsulta { get; }

    /// <param name="testigos">Of each record.</param>
    /// <param name="primeros">Where the second file begins: each of its records asks the first. Null: every record asks all others.</param>
    /// <param name="huellas">Settle which of two candidates of one weight is opened.</param>
    public static Candidatos De(IReadOnlyList<IReadOnlyList<(string Tipo, string Valor)>> testigos, int? primeros, IReadOnlyList<string> huellas)
    {
        var indice = new Dictionary<(string, string), List<int>>();
        for (var i = 0; i < (primeros ?? testigos.Count); i++)
        {
            foreach (var testigo in testigos[i])
            {
                if (!indice.TryGetValue(testigo, out var suyos))
                {
                    indice[testigo] = suyos = [];
                }

                suyos.Add(i);
            }
        }

        var (pares, porConsulta) = (new HashSet<(int, int)>(), new List<int>());
        for (var i = primeros ?? 0; i < testigos.Count; i++)
        {
            var pesos = new Dictionary<int, int>();
            foreach (var testigo in testigos[i])
            {
                foreach (var otro in indice.GetValueOrDefault(testigo) ?? [])
                {
                    if (otro != i)
                    {
                        pesos[otro] = pesos.GetValueOrDefault(otro) + TestigosDePersona.Peso(testigo.Tipo);
                    }
                }
            }

            porConsulta.Add(pesos.Count);
            pares.UnionWith(pesos
                .OrderByDescending(p => p.Value)
                .ThenBy(p => huellas[p.Key], StringComparer.Ordinal)
                .Take(QueSeAbren)
                .Select(p => (Math.Min(i, p.Key), Math.Max(i, p.Key))));
        }

        return new([.. pares.Order()], porConsulta);
    }
}
