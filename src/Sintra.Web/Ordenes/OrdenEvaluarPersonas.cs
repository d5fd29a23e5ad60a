using System.CommandLine;
using System.Globalization;
using Sintra.Personas;

namespace Sintra.Web.Ordenes;

internal static class OrdenEvaluarPersonas
{
    private static readonly Argument<string> Uno = new("A.csv") { Description = "Archivo CSV cuyos registros se comparan entre sí" };

    private static readonly Argument<string?> Otro = new("B.csv") { Description = "Segundo archivo: entonces solo se compara cada registro de uno con los del otro", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Verdad = new("--verdad")
    {
        Description = "CSV con los pares que son una misma persona: dos columnas de registros y, si se sabe, «tier» (por omisión, lo que el mapa lee en el nombre del registro)",
        HelpName = "PARES.csv",
    };

    private static readonly Option<string> Mapa = new("--mapa")
    {
        Description = "JSON que dice qué columna llena qué campo",
        HelpName = "MAPA.json",
        Required = true,
    };

    private static readonly Option<string[]> Sin = new("--sin")
    {
        Description = "Campo del mapa que se deja fuera; puede repetirse",
        HelpName = "CAMPO",
        DefaultValueFactory = _ => [],
    };

    public static Command Crear()
    {
        var orden = new Command("evaluar", "Mide, con datos cuya verdad se conoce, qué tan bien se reconoce a una misma persona. No toca la instalación.") { Uno, Otro, Verdad, Mapa, Sin };
        orden.SetAction((leida, _) =>
        {
            var salida = new SalidaDeOrden(leida.GetValue(Orden.Json), Console.Out, Console.Error);
            return Orden.CuidarAsync(salida, () => EjecutarAsync(leida, salida));
        });
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, SalidaDeOrden salida)
    {
        var resultado = EvaluarPersonasHandler.Ejecutar(
            new(leida.GetValue(Uno)!, leida.GetValue(Otro), leida.GetValue(Verdad), leida.GetValue(Mapa)!, leida.GetValue(Sin) ?? []));
        if (!resultado.EsExito)
        {
            await salida.FracasarAsync(resultado.Fallas[0].Mensaje);
            return Codigo.Uso;
        }

        await salida.ResponderAsync(Documento(resultado.Valor!), Palabras(resultado.Valor!));
        return Codigo.Bien;
    }

    private static Dictionary<string, object> Documento(EvaluacionDePersonas e)
    {
        var documento = Cortes(e.Cortes);
        documento["completeness"] = Redondo(e.Completeness);
        documento["reduction"] = Redondo(e.Reduction);
        documento["candidates_mean"] = Math.Round(e.CandidatesMean, 2);
        documento["candidates_max"] = e.CandidatesMax;
        documento["records"] = e.Registros;
        documento["true_pairs"] = e.ParesVerdaderos;
        documento["candidate_pairs"] = e.Candidatos;
        documento["expected_pairs"] = Math.Round(e.Estimados, 1);
        if (e.Niveles.Count > 0)
        {
            documento["tiers"] = e.Niveles.ToDictionary(n => n.Nivel, n =>
            {
                var suyo = Cortes(n.Cortes);
                suyo["completeness"] = Redondo(n.Completeness);
                suyo["true_pairs"] = n.Pares;
                return suyo;
            });
        }

        documento["calibration"] = e.Calibracion.Select(t => new { from = t.Desde, to = t.Hasta, pairs = t.Pares, mean = Redondo(t.Media), observed = Redondo(t.Observada) });
        return documento;
    }

    private static Dictionary<string, object> Cortes(IReadOnlyList<MedidaDeCorte> cortes)
    {
        var documento = new Dictionary<string, object>();
        foreach (var (medida, de) in new (string, Func<MedidaDeCorte, double>)[] { ("f1", c => c.F1), ("precision", c => c.Precision), ("recall", c => c.Recall) })
        {
            foreach (var corte in cortes)
            {
                documento[$"{medida}_{Math.Round(corte.Corte * 100).ToString(CultureInfo.InvariantCulture)}"] = Redondo(de(corte));
            }
        }

        return documento;
    }

    private static IEnumerable<string> Palabras(EvaluacionDePersonas e) =>
    [
        $"Registros: {e.Registros}. Pares que son una misma persona: {e.ParesVerdaderos}; se estiman {e.Estimados:0}.",
        $"Pares comparados: {e.Candidatos} (de cada diez mil se evitan {e.Reduction * 10_000:0.0}). De los verdaderos están {e.Completeness:P2}. Candidatos por consulta: {e.CandidatesMean:0.0} en promedio, {e.CandidatesMax} a lo más.",
        .. e.Niveles.Select(n => $"De los {n.Pares} pares {n.Nivel} están {n.Completeness:P2}."),
        "",
        $"{"pares",-10}{"desde p",10}{"precisión",12}{"alcance",12}{"F1",10}",
        .. Renglones("todos", e.Cortes),
        .. e.Niveles.SelectMany(n => Renglones(n.Nivel, n.Cortes)),
        "",
        $"{"p dicha",-12}{"pares",8}{"media",10}{"observada",12}",
        .. e.Calibracion.Select(t => $"{$"{t.Desde:0.0}–{t.Hasta:0.0}",-12}{t.Pares,8}{t.Media,10:0.000}{t.Observada,12:0.000}"),
    ];

    private static IEnumerable<string> Renglones(string de, IReadOnlyList<MedidaDeCorte> cortes) =>
        cortes.Select(c => $"{de,-10}{c.Corte,10:0.00}{c.Precision,12:0.0000}{c.Recall,12:0.0000}{c.F1,10:0.0000}");

    private static double Redondo(double valor) => Math.Round(valor, 6);
}
