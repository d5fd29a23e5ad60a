namespace Sintra.Personas;

/// <summary>How good the pairs at or above a probability are.</summary>
public sealed record MedidaDeCorte(double Corte, double Precision, double Recall, double F1);

/// <summary>The same for some pairs of the truth: those of the given levels of difficulty. Others of the truth count neither for nor against.</summary>
/// <param name="Completeness">Share of them that tokens alone bring together.</param>
public sealed record MedidaDeNivel(string Nivel, int Pares, double Completeness, IReadOnlyList<MedidaDeCorte> Cortes);

/// <summary>Candidates of like probability: what was said of them, and how many are one person.</summary>
public sealed record TramoDeCalibracion(double Desde, double Hasta, int Pares, double Media, double Observada);

/// <summary>What the verb measures.</summary>
/// <param name="Estimados">Pairs of one person as the model estimates them, vetoes aside.</param>
/// <param name="Reduction">Share of all pairs that need not be compared.</param>
public sealed record EvaluacionDePersonas(
    int Registros,
    int ParesVerdaderos,
    int Candidatos,
    double Estimados,
    double Completeness,
    double Reduction,
    double CandidatesMean,
    int CandidatesMax,
    IReadOnlyList<MedidaDeCorte> Cortes,
    IReadOnlyList<MedidaDeNivel> Niveles,
    IReadOnlyList<TramoDeCalibracion> Calibracion);

/// <summary>Compares what was found with what is so.</summary>
internal static class Medidas
{
    /// <summary>The bands of a suggestion: possible, probable, very probable.</summary>
    public static readonly IReadOnlyList<double> Cortes = [0.5, 0.9, 0.99];

    private const int Tramos = 10;

    /// <param name="hallados">Every candidate and its probability.</param>
    public static EvaluacionDePersonas De(
        int registros, long todos, IReadOnlyDictionary<(int A, int B), double> hallados, IReadOnlyList<int> porConsulta, Verdad verdad, double estimados) => new(
        registros,
        verdad.Niveles.Count,
        hallados.Count,
        estimados,
        Parte(verdad.Niveles.Keys.Count(hallados.ContainsKey), verdad.Niveles.Count),
        1 - Parte(hallados.Count, todos),
        porConsulta.Count == 0 ? 0 : porConsulta.Average(),
        porConsulta.DefaultIfEmpty().Max(),
        PorCorte(hallados, verdad, _ => true),
        verdad.TieneNiveles ? [.. Niveles(verdad).Select(n => DeNivel(n, hallados, verdad))] : [],
        Calibracion(hallados, verdad));

    // Each by itself; and those up to each, since the harder ones are not expected of a machine.
    private static IEnumerable<(string Nombre, HashSet<string> Son)> Niveles(Verdad verdad)
    {
        var niveles = verdad.Niveles.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        return niveles.Select(n => (n, new HashSet<string> { n }))
            .Concat(niveles.Index().Skip(1).Select(n => ($"{niveles[0]}-{n.Item}", niveles.Take(n.Index + 1).ToHashSet())));
    }

    private static MedidaDeNivel DeNivel((string Nombre, HashSet<string> Son) nivel, IReadOnlyDictionary<(int A, int B), double> hallados, Verdad verdad)
    {
        var suyos = verdad.Niveles.Where(v => nivel.Son.Contains(v.Value)).Select(v => v.Key).ToList();
        return new(nivel.Nombre, suyos.Count, Parte(suyos.Count(hallados.ContainsKey), suyos.Count), PorCorte(hallados, verdad, nivel.Son.Contains));
    }

    private static MedidaDeCorte[] PorCorte(IReadOnlyDictionary<(int A, int B), double> hallados, Verdad verdad, Func<string, bool> cuenta)
    {
        var verdaderos = verdad.Niveles.Values.Count(cuenta);
        return [.. Cortes.Select(corte =>
        {
            var arriba = hallados.Where(h => h.Value >= corte).Select(h => verdad.Niveles.GetValueOrDefault(h.Key)).ToList();
            var aciertos = arriba.Count(nivel => nivel is not null && cuenta(nivel));
            var (precision, recall) = (Parte(aciertos, aciertos + arriba.Count(nivel => nivel is null)), Parte(aciertos, verdaderos));
            return new MedidaDeCorte(corte, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        })];
    }

    private static TramoDeCalibracion[] Calibracion(IReadOnlyDictionary<(int A, int B), double> hallados, Verdad verdad) => [.. hallados
        .GroupBy(h => Math.Min(Tramos - 1, (int)(h.Value * Tramos)))
        .OrderBy(g => g.Key)
        .Select(g => new TramoDeCalibracion(
            (double)g.Key / Tramos, (double)(g.Key + 1) / Tramos, g.Count(), g.Select(h => h.Value).Order().Average(), Parte(g.Count(h => verdad.Niveles.ContainsKey(h.Key)), g.Count())))];

    // Of nothing, all: no pair was missed and none was wrong.
    private static double Parte(long de, long total) => total == 0 ? 1 : (double)de / total;
}
