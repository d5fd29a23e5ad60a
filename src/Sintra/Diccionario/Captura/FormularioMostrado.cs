namespace Sintra.Diccionario;

/// <summary>
/// What a form showed when it was made; it comes back with it. What it did not show it cannot clear, whatever has changed meanwhile: a blank
/// says «cleared» only of a question that was there to be answered. Whoever forges it can only keep more than they meant.
/// </summary>
/// <param name="Preguntas">Keys of the variables it asked.</param>
/// <param name="Filas">Stored rows it showed, <c>grupo[n]</c>; any other row of it is new.</param>
/// <param name="Grupos">Groups of identity that were open to its reader.</param>
public sealed record FormularioMostrado(IReadOnlySet<string> Preguntas, IReadOnlySet<string> Filas, IReadOnlySet<string> Grupos)
{
    // A key of a variable never begins with it.
    private const char DeGrupo = '+';

    /// <summary>The inverse of <see cref="ToString"/>; of any other text, a form that showed little or nothing.</summary>
    public static FormularioMostrado Leer(string? texto)
    {
        var partes = (texto ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(p => p[0] == DeGrupo ? DeGrupo : p[^1] == ']' ? ']' : ' ');
        return new(partes[' '].ToHashSet(), partes[']'].ToHashSet(), partes[DeGrupo].Select(g => g[1..]).ToHashSet());
    }

    public static string Fila(string grupo, int numero) => FormattableString.Invariant($"{grupo}[{numero}]");

    /// <summary>As the form carries it.</summary>
    public override string ToString() => string.Join(' ', Preguntas.Concat(Filas).Concat(Grupos.Select(g => DeGrupo + g)));
}
