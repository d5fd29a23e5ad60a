using Microsoft.Extensions.Localization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Everything a page of questions is made of. <see cref="Armar"/> turns it into what <c>s-preguntas</c> renders.</summary>
public sealed record FormularioDePagina
{
    public required DiccionarioVigente Diccionario { get; init; }

    /// <summary>The variables asked, in order; rows of a group stand together.</summary>
    public required IEnumerable<Variable> Variables { get; init; }

    /// <summary>What the reader may see of <see cref="Guardadas"/>.</summary>
    public required Lectura Lectura { get; init; }

    /// <summary>Answers that stand elsewhere: other pages, the event, what the system derives.</summary>
    public required IContextoDeCondicion Contexto { get; init; }

    public Respuestas Guardadas { get; init; } = Respuestas.Vacias;

    /// <summary>Of <see cref="Guardadas"/>, what is really stored, where the form also proposes rows; null where it is all the same.</summary>
    public Respuestas? Guardados { get; init; }

    /// <summary>What was just typed and not accepted; then nothing stored is shown in its place.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Enviados { get; init; }

    /// <summary>What was typed and not saved, put over what is stored: the rest is shown as it is stored, and as protected.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tecleados { get; init; }

    public IReadOnlyList<Falla> Fallas { get; init; } = [];

    /// <summary>Whether files are asked for too: the form must then be sent by parts, and its page say what becomes of them.</summary>
    public bool ConArchivos { get; init; }

    /// <summary>Group for which one more empty row was asked (<c>name="agregar"</c>).</summary>
    public string? Agregar { get; init; }

    /// <summary>Rows of a group, when there are several, are said in a line each and opened one by one: a page of many rows stays light.</summary>
    public bool FilasEnResumen { get; init; }

    /// <summary>The row that was asked to be opened, <c>grupo[n]</c>.</summary>
    public string? Abrir { get; init; }

    /// <summary>Of <see cref="Enviados"/>, the fields that differ from what is stored: a row without any closes again. Null leaves open what was sent.</summary>
    public IReadOnlyCollection<string>? Tocados { get; init; }

    /// <summary>Highest number that each group ever used, withdrawn rows included: a new row takes the next.</summary>
    public IReadOnlyDictionary<string, int> UltimaFila { get; init; } = new Dictionary<string, int>();

    /// <summary>Choices of the references, by key of the variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<OpcionDeReferencia>> Referencias { get; init; } =
        new Dictionary<string, IReadOnlyList<OpcionDeReferencia>>();

    /// <summary>Of a catalogue, the codes that are offered here, by key of the variable; all of them where it is not named.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ofrecidas { get; init; } = Todas;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Todas { get; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The screen of an entity: what it requires needs a value (<c>EscrituraDeEntidad</c>).</summary>
    public bool EsDeEntidad { get; init; }

    /// <summary>Groups of identity that are open to the reader.</summary>
    public IReadOnlySet<string> GruposAbiertos { get; init; } = new HashSet<string>();

    /// <summary>What the form showed that was sent and comes back in <see cref="Enviados"/>: a blank of it stays one, a question new to it was left blank by nobody.</summary>
    public FormularioMostrado? Anterior { get; init; }

    /// <summary>What this form tells the server that it shows, hidden in it.</summary>
    public FormularioMostrado Mostrado(IEnumerable<Bloque> bloques)
    {
        var preguntas = Preguntadas(bloques).Select(v => v.Clave).ToHashSet();
        return Anterior is { } anterior
            ? anterior with
            {
                // A group of which no row was sent was not asked then, and what is asked of it now is shown as it is stored.
                Preguntas = preguntas.Where(p => anterior.Preguntas.Contains(p) || (Variables.FirstOrDefault(v => v.Clave == p) is { Unidad: UnidadDeVariable.Fila, Grupo: { } g } && !Enviada(g))).ToHashSet(),
                Grupos = Abrir is null ? anterior.Grupos : anterior.Grupos.Where(GruposAbiertos.Contains).ToHashSet(),
            }
            : new(preguntas, (Guardados ?? Guardadas).Filas.SelectMany(g => g.Value.Select(f => FormularioMostrado.Fila(g.Key, f.Numero))).ToHashSet(), GruposAbiertos);
    }

    private bool Enviada(string grupo) => Enviados?.Keys.Any(c => c.StartsWith(grupo + "[", StringComparison.Ordinal)) is true;

    /// <summary>The variables that <see cref="Armar"/> asked.</summary>
    public static IReadOnlyList<Variable> Preguntadas(IEnumerable<Bloque> bloques) =>
        [.. bloques.SelectMany(b => b is GrupoDeFilas g ? g.Filas.SelectMany(f => f.Preguntas) : [(Pregunta)b]).Select(p => p.Variable).DistinctBy(v => v.Clave)];

    /// <summary>Paths of the questions as the page asks them, which the error summary follows.</summary>
    public IReadOnlyList<string> Orden => [.. Variables.Where(v => v.Unidad != UnidadDeVariable.Fila).Select(v => v.Clave)];

    /// <summary>
    /// The blocks in order. Questions whose condition nothing on this page can fulfil are left out, and so are files
    /// but on the screens that take them.
    /// </summary>
    public IReadOnlyList<Bloque> Armar(IStringLocalizer textos)
    {
        var variables = Variables.Where(v => ConArchivos || v.Tipo != TipoDeVariable.Archivo).ToList();
        var armador = new ArmadorDePreguntas(this, variables, Crudos.De(Guardadas), textos);
        var bloques = new List<Bloque>();
        var gruposPuestos = new HashSet<string>();
        foreach (var variable in variables)
        {
            if (variable is { Unidad: UnidadDeVariable.Fila, Grupo: { } grupo })
            {
                if (gruposPuestos.Add(grupo))
                {
                    bloques.Add(armador.DeGrupo(grupo, [.. variables.Where(v => v.Unidad == UnidadDeVariable.Fila && v.Grupo == grupo)]));
                }
            }
            else if (armador.DeVariable(variable, fila: null) is { } pregunta)
            {
                bloques.Add(pregunta);
            }
        }

        return bloques;
    }
}
