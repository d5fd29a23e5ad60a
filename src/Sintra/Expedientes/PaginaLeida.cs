using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>One page of a file or of an event, as one reader may see it.</summary>
/// <param name="Preguntas">What the page asks, in order.</param>
/// <param name="Documentos">Every stored row of the owner, taken-out ones included.</param>
public sealed record PaginaLeida(
    IReadOnlyList<Variable> Preguntas, IReadOnlyCollection<Documento> Documentos, Vista Vista, Respuestas Reales, Respuestas Visibles, ContextoDeCondicion Contexto)
{
    /// <summary>Former versions of the dictionary with which some of its documents were last written, by number.</summary>
    public IReadOnlyDictionary<int, DiccionarioVigente> Versiones { get; init; } = new Dictionary<int, DiccionarioVigente>();

    /// <summary>Files that its answers name and are within reach, with their folios.</summary>
    public IReadOnlyDictionary<string, string?> Referidos { get; init; } = new Dictionary<string, string?>();

    /// <summary>The dictionary with which an answer was last written; null when it is the one in force, or cannot be told.</summary>
    public DiccionarioVigente? DeSuDia(Variable variable, int? fila)
    {
        var (clave, numero) = fila is { } suya ? (variable.Grupo, suya) : (variable.Pagina, 0);
        return Documentos.FirstOrDefault(d => d.Clave == clave && d.Fila == numero) is { } documento ? Versiones.GetValueOrDefault(documento.Diccionario) : null;
    }

    public static PaginaLeida De(DiccionarioVigente diccionario, Pagina pagina, ExpedienteLeido leido) => new(
        [.. PreguntasDePagina.De(diccionario, pagina, leido.Expediente)], leido.Secciones, leido.Vista, leido.Reales, leido.Visibles, leido.Contexto)
    {
        Versiones = leido.DeSuDia,
        Referidos = leido.Referidos,
    };

    public static PaginaLeida De(DiccionarioVigente diccionario, HechoLeido leido) => new(
        [.. diccionario.DePagina(EscrituraDeHecho.Pagina)], leido.Secciones, leido.Vista, leido.Reales, leido.Visibles, new(diccionario, leido.Reales.Unicas))
    {
        Versiones = leido.DeSuDia,
    };

    /// <summary>Whether there is an answer to it, of the owner or of any of its rows.</summary>
    public bool Contestada(Variable variable) => variable.Unidad == UnidadDeVariable.Fila
        ? Visibles.Filas.GetValueOrDefault(variable.Grupo!, []).Any(f => f.Respuestas.ContainsKey(variable.Clave))
        : Visibles.Unicas.ContainsKey(variable.Clave);

    /// <summary>Highest number that each group ever used: a new row takes the next.</summary>
    public IReadOnlyDictionary<string, int> UltimasFilas => Documentos.Where(d => d.Fila > 0).GroupBy(d => d.Clave).ToDictionary(g => g.Key, g => g.Max(d => d.Fila));
}
