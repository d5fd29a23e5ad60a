using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>What a form carries or would carry: path of the field → its values, as text. The one input of every control.</summary>
public sealed class Crudos(IReadOnlyDictionary<string, IReadOnlyList<string>> valores)
{
    /// <summary>Parts that say how a value is known, not that there is one.</summary>
    private static readonly string[] Matices = ["estado", "aproximada", "clase", "fuente"];

    public static readonly Crudos Ningunos = new(new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Valores => valores;

    /// <summary>Stored answers as the form would carry them.</summary>
    public static Crudos De(Respuestas respuestas) => new(
        respuestas.Unicas.Select(r => (Ruta: r.Key, r.Value))
            .Concat(respuestas.Filas.SelectMany(g => g.Value.SelectMany(f => f.Respuestas.Select(r => (Ruta: $"{RutaDeFila(g.Key, f.Numero)}.{r.Key}", r.Value)))))
            .SelectMany(r => EscritorDeCaptura.Campos(r.Ruta, r.Value))
            .GroupBy(c => c.Key, c => c.Value)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]));

    public static string RutaDeFila(string grupo, int numero) => FormattableString.Invariant($"{grupo}[{numero}]");

    /// <summary>The same with other values over its own; an empty list takes what there was away.</summary>
    public Crudos Con(IReadOnlyDictionary<string, IReadOnlyList<string>>? encima) =>
        encima is null ? this : new(valores.Where(v => !encima.ContainsKey(v.Key)).Concat(encima).ToDictionary());

    /// <summary>Every value under the path, empty ones left out.</summary>
    public IEnumerable<string> Todos(string ruta) => valores.GetValueOrDefault(ruta, []).Where(v => v.Length > 0);

    /// <summary>The first value, or an empty text.</summary>
    public string Uno(string ruta) => Todos(ruta).FirstOrDefault("");

    public bool Marcada(string ruta) => Uno(ruta).Length > 0;

    /// <summary>The path or a part of it holds a value; an answer state is none.</summary>
    public bool TieneValor(string ruta) => Uno(ruta + ".estado").Length == 0
        && (Uno(ruta).Length > 0 || Partes(ruta).Any(p => !Matices.Contains(p.Parte) && p.Valores.Any(v => v.Length > 0)));

    /// <summary>Anything at all was typed or marked under the path.</summary>
    public bool TieneAlgo(string ruta) => Uno(ruta).Length > 0 || Partes(ruta).Any(p => p.Valores.Any(v => v.Length > 0));

    /// <summary>Numbers of the rows of a group that are present: <c>grupo[n].…</c>.</summary>
    public IEnumerable<int> FilasDe(string grupo)
    {
        return valores.Keys
            .Select(RutaDeCampo.Analizar)
            .Where(r => r?.Grupo == grupo)
            .Select(r => r!.Value.Fila)
            .Distinct();
    }

    private IEnumerable<(string Parte, IReadOnlyList<string> Valores)> Partes(string ruta)
    {
        var prefijo = ruta + ".";
        return valores.Where(v => v.Key.StartsWith(prefijo, StringComparison.Ordinal)).Select(v => (v.Key[prefijo.Length..], v.Value));
    }
}
