namespace Sintra.Diccionario;

/// <summary>What was typed, as answers; and what could not be understood.</summary>
/// <param name="Respuestas">In the order of the variables asked for; an unanswered question, or a row with nothing in it, is not there.</param>
/// <param name="Fallas">Each names its variable and says what to do.</param>
/// <param name="Quitadas">Rows the user took out.</param>
public sealed record CapturaLeida(Respuestas Respuestas, IReadOnlyList<Falla> Fallas, IReadOnlyList<FilaQuitada> Quitadas)
{
    /// <summary>Rows that came with nothing in them: what one of them held before, the user cleared.</summary>
    public IReadOnlyList<FilaVacia> Vacias { get; init; } = [];
}

/// <param name="Numero">From 1, as in the form.</param>
public sealed record FilaVacia(string Grupo, int Numero);

/// <param name="Numero">From 1, as in the form.</param>
public sealed record FilaQuitada(string Grupo, int Numero);
