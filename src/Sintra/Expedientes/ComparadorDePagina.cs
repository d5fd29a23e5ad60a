using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A form that somebody else was quicker than, made ready to be sent again knowingly.</summary>
/// <param name="Campos">What was typed, over what is stored now where nothing was.</param>
/// <param name="Mostrado">What the form shows from here on.</param>
/// <param name="Fallas">Rows that need a decision.</param>
/// <param name="Diferencias">Where what is stored now differs from what was typed.</param>
public sealed record PaginaComparada(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, FormularioMostrado Mostrado, IReadOnlyList<Falla> Fallas, IReadOnlyList<Diferencia> Diferencias);

/// <summary>A question that two people answered each in their own way.</summary>
/// <param name="Guardado">What is stored now, as this reader may see it.</param>
/// <param name="Ruta">Path of the question, by which either answer is kept.</param>
/// <param name="Tecleado">What was typed, in words; null when nothing was, or when it is sealed and so stands in its field alone.</param>
public sealed record Diferencia(RenglonDeResumen Guardado, string Ruta, string? Tecleado);

/// <summary>
/// After «somebody else saved changes»: nothing typed is lost and nothing stored is overwritten unseen. What was left blank takes what is stored;
/// rows that were new in the form get numbers of their own, since the other person's rows have theirs; a row taken out meanwhile is said.
/// </summary>
public sealed class ComparadorDePagina(DiccionarioVigente diccionario, ResumenDePagina resumen, TimeProvider reloj)
{
    // They say how, not what: alone they are no answer.
    private static readonly string[] Modos = ["aproximada", "clase", "fuente"];

    private const string Quitar = "quitar";

    public PaginaComparada Comparar(PaginaLeida pagina, IReadOnlyDictionary<string, IReadOnlyList<string>> enviados, FormularioMostrado mostrado)
    {
        var tecleados = enviados
            .Select(c => (Ruta: RutaDeCampo.Analizar(c.Key), c.Value))
            .Where(c => c.Ruta is not null)
            .Select(c => new Enviado(c.Ruta!.Value, c.Value))
            .ToList();
        var vivas = pagina.Documentos.Where(d => d is { Fila: > 0, Retirada: false }).Select(d => FormularioMostrado.Fila(d.Clave, d.Fila)).ToHashSet();
        var quitadas = tecleados.Where(c => c is { EsQuitar: true, DiceAlgo: true }).Select(c => c.Fila).ToHashSet();
        var llenas = tecleados.Where(c => c is { EsQuitar: false, DiceAlgo: true, Ruta.Grupo: not null } && !quitadas.Contains(c.Fila)).Select(c => c.Fila).ToHashSet();
        var retiradas = mostrado.Filas.Where(f => llenas.Contains(f) && !vivas.Contains(f)).ToHashSet();
        var numeros = Numerar(tecleados.Where(c => llenas.Contains(c.Fila) && !mostrado.Filas.Contains(c.Fila)), pagina.UltimasFilas);

        var campos = tecleados
            .Where(c => c.Ruta.Grupo is null || numeros.ContainsKey(c.Fila) || retiradas.Contains(c.Fila) || (mostrado.Filas.Contains(c.Fila) && vivas.Contains(c.Fila)))
            .Select(c => numeros.TryGetValue(c.Fila, out var numero) ? c with { Ruta = c.Ruta with { Fila = numero } } : c)
            .ToList();
        var contestadas = campos.Where(c => c.DiceAlgo).Select(c => c.Pregunta).ToHashSet();
        var enResumen = mostrado.Filas.Except(tecleados.Select(c => c.Fila)).ToHashSet();
        var guardadas = Guardadas(pagina, enResumen);
        var tecleado = ACampos(campos);

        return new(
            Rellenar(campos, contestadas, guardadas),
            mostrado with { Preguntas = pagina.Preguntas.Select(v => v.Clave).ToHashSet(), Filas = vivas.Union(retiradas).ToHashSet() },
            [.. retiradas.Select(f => new Falla(f, "Otra persona quitó este renglón mientras usted escribía. Si guarda, vuelve con lo que aquí ve; para dejarlo fuera, marque «Quitar»."))],
            [.. resumen.De(pagina).Where(r => r.Fila is not { } fila || !enResumen.Contains(FormularioMostrado.Fila(r.Variable.Grupo!, fila))).Select(r => Diferir(r, tecleado, contestadas, guardadas, pagina)).OfType<Diferencia>()]);
    }

    /// <summary>What was typed without its answer to one question, which is the stored one from here on: «Usar lo guardado».</summary>
    /// <param name="ruta">Path of the question.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Soltar(IReadOnlyDictionary<string, IReadOnlyList<string>> enviados, string ruta) =>
        enviados.Where(c => c.Key != ruta && !c.Key.StartsWith(ruta + ".", StringComparison.Ordinal)).ToDictionary();

    // Past the last number ever used, in the order of the form.
    private static Dictionary<string, int> Numerar(IEnumerable<Enviado> nuevas, IReadOnlyDictionary<string, int> ultimas) => nuevas
        .GroupBy(c => c.Ruta.Grupo!)
        .SelectMany(g => g.DistinctBy(c => c.Ruta.Fila).OrderBy(c => c.Ruta.Fila).Select((c, i) => (c.Fila, Numero: ultimas.GetValueOrDefault(g.Key) + 1 + i)))
        .ToDictionary(n => n.Fila, n => n.Numero);

    // Rows that the form only said in a line were not typed over.
    private static Dictionary<string, List<KeyValuePair<string, string>>> Guardadas(PaginaLeida pagina, HashSet<string> enResumen)
    {
        var claves = pagina.Preguntas.Select(v => v.Clave).ToHashSet();
        return pagina.Visibles.Unicas.Select(r => (Ruta: r.Key, Clave: r.Key, r.Value))
            .Concat(pagina.Visibles.Filas.SelectMany(g => g.Value.Where(f => !enResumen.Contains(FormularioMostrado.Fila(g.Key, f.Numero))).SelectMany(f => f.Respuestas.Select(r => (Ruta: RutaDeCampo.De(g.Key, f.Numero, r.Key), Clave: r.Key, r.Value)))))
            .Where(r => claves.Contains(r.Clave))
            .ToDictionary(r => r.Ruta, r => EscritorDeCaptura.Campos(r.Ruta, r.Value).ToList());
    }

    private static Dictionary<string, IReadOnlyList<string>> Rellenar(
        List<Enviado> campos, HashSet<string> contestadas, Dictionary<string, List<KeyValuePair<string, string>>> guardadas)
    {
        var calladas = guardadas.Where(g => g.Value.Count > 0 && !contestadas.Contains(g.Key)).ToDictionary();
        var rellenos = ACampos(campos.Where(c => !calladas.ContainsKey(c.Pregunta)));
        foreach (var campo in calladas.SelectMany(g => g.Value).GroupBy(c => c.Key, c => c.Value))
        {
            rellenos[campo.Key] = [.. campo];
        }

        return rellenos;
    }

    private Diferencia? Diferir(
        RenglonDeResumen renglon,
        Dictionary<string, IReadOnlyList<string>> tecleado,
        HashSet<string> contestadas,
        Dictionary<string, List<KeyValuePair<string, string>>> guardadas,
        PaginaLeida pagina)
    {
        var ruta = RutaDeCampo.De(renglon.Variable.Grupo is { } grupo && renglon.Fila is not null ? grupo : null, renglon.Fila ?? 0, renglon.Variable.Clave);
        if (renglon.Protegida)
        {
            // Whether they are the same is not said: whoever may not see what is stored would learn it by guessing.
            return contestadas.Contains(ruta) ? new(renglon, ruta, null) : null;
        }

        // Read and written again, what was typed has the one form that stored answers have.
        var leida = new LectorDeCaptura(diccionario).Leer([renglon.Variable], DeUna(tecleado, ruta), reloj.Hoy).Respuestas;
        var respuesta = renglon.Fila is null
            ? leida.Unicas.GetValueOrDefault(renglon.Variable.Clave)
            : leida.Filas.GetValueOrDefault(renglon.Variable.Grupo!, []).SingleOrDefault()?.Respuestas.GetValueOrDefault(renglon.Variable.Clave);
        var suyos = respuesta is null ? [] : EscritorDeCaptura.Campos(ruta, respuesta).ToList();
        if (suyos.SequenceEqual(guardadas.GetValueOrDefault(ruta, [])) && (respuesta is not null || !contestadas.Contains(ruta)))
        {
            return null;
        }

        var sellada = renglon.Variable.Sellada || suyos.Any(c => c.Key.EndsWith(".localidad", StringComparison.Ordinal) || c.Key.EndsWith(".como", StringComparison.Ordinal));
        return new(renglon, ruta, sellada ? null : respuesta is { Valor: ValorDeReferencia { Id: var id } } && Folio.Leer(id) is null
            ? new ReferenciaEnPalabras(pagina.Visibles, pagina.Referidos, diccionario, QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol).De(renglon.Variable, id)
            : respuesta is not null ? EnPalabras.De(renglon.Variable, respuesta, diccionario, conDetalleDeLugar: false, QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol) : TalCual(tecleado, ruta));
    }

    // What could not be read is shown as it was typed.
    private static string? TalCual(Dictionary<string, IReadOnlyList<string>> tecleado, string ruta) =>
        string.Join(' ', DeUna(tecleado, ruta).SelectMany(c => c.Value).Where(v => v.Length > 0)) is { Length: > 0 } texto ? texto : null;

    private static Dictionary<string, IReadOnlyList<string>> DeUna(Dictionary<string, IReadOnlyList<string>> campos, string ruta) =>
        campos.Where(c => c.Key == ruta || c.Key.StartsWith(ruta + ".", StringComparison.Ordinal)).ToDictionary();

    // Two spellings of one row number are one field: the last says it.
    private static Dictionary<string, IReadOnlyList<string>> ACampos(IEnumerable<Enviado> campos) =>
        campos.GroupBy(c => c.Nombre).ToDictionary(g => g.Key, g => g.Last().Valores);

    private readonly record struct Enviado(RutaDeCampo Ruta, IReadOnlyList<string> Valores)
    {
        public string Fila => Ruta.Grupo is null ? "" : FormularioMostrado.Fila(Ruta.Grupo, Ruta.Fila);

        public string Pregunta => RutaDeCampo.De(Ruta.Grupo, Ruta.Fila, Ruta.Clave);

        public string Nombre => Ruta.Parte.Length == 0 ? Pregunta : string.Create(CultureInfo.InvariantCulture, $"{Pregunta}.{Ruta.Parte}");

        public bool EsQuitar => Ruta is { Clave: Quitar, Grupo: not null };

        public bool DiceAlgo => !Modos.Contains(Ruta.Parte) && Valores.Any(v => !string.IsNullOrWhiteSpace(v));
    }
}
