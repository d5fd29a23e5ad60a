using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A choice of a reference: the row or record and how it is called.</summary>
public sealed record OpcionDeReferencia(string Id, string Texto);

/// <summary>What the generic page shows, in order: a question or the rows of a group.</summary>
public abstract record Bloque;

/// <summary>One variable as this reader sees it now.</summary>
public sealed record Pregunta : Bloque
{
    public required Variable Variable { get; init; }

    /// <summary><c>clave</c> or <c>grupo[n].clave</c>: the name of its field.</summary>
    public required string Ruta { get; init; }

    /// <summary>What its controls hold; never a protected value.</summary>
    public required Crudos Crudos { get; init; }

    public IReadOnlyList<string> Fallas { get; init; } = [];

    /// <summary>Other than none when a datum is stored that this reader does not see.</summary>
    public Proteccion Proteccion { get; init; }

    /// <summary>Parts of a place with a stored datum that this reader does not see: <c>localidad</c>, <c>como</c>.</summary>
    public IReadOnlySet<string> PartesProtegidas { get; init; } = new HashSet<string>();

    /// <summary>When it is asked; null when always, or when the page cannot tell.</summary>
    public Prueba? Condicion { get; init; }

    /// <summary>The condition in words, «Sólo si …».</summary>
    public string? SoloSi { get; init; }

    /// <summary>There is an answer, and for what the page carries now its condition does not hold: it is kept and left out of everything.</summary>
    public bool YaNoAplica { get; init; }

    /// <summary>Choices of a reference; null when it is typed.</summary>
    public IReadOnlyList<OpcionDeReferencia>? Referencias { get; init; }

    /// <summary>The only codes of its catalogue that are offered here; null when all are.</summary>
    public IReadOnlyList<string>? Ofrecidas { get; init; }

    /// <summary>No reason for having no answer is one here: what an official records, an official knows.</summary>
    public bool SinEstados { get; init; }

    public string Id => IdDeCampo.De(Ruta);

    public string? IdDeError => Fallas.Count > 0 ? Id + "-error" : null;
}

/// <summary>A row of a group: its number and its questions.</summary>
public sealed record FilaDePreguntas(int Numero, string Ruta, bool Quitar, IReadOnlyList<string> Fallas, IReadOnlyList<Pregunta> Preguntas)
{
    /// <summary>What the row says in a few words, none of them protected, where it is not asked now and only said; null where it is asked.</summary>
    public string? Resumen { get; init; }
}

/// <summary>The rows of a repeatable group.</summary>
/// <param name="Grupo">Key of the group.</param>
public sealed record GrupoDeFilas(string Grupo, IReadOnlyList<string> Fallas, IReadOnlyList<FilaDePreguntas> Filas) : Bloque;
