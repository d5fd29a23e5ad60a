namespace Sintra.Comun;

/// <summary>An age in whole years, exact or between two bounds, and who says so.</summary>
/// <param name="Minima">0 to 120; equal to <paramref name="Maxima"/> when exact.</param>
/// <param name="Fuente">Code of <c>fuente_edad</c>.</param>
/// <param name="Referida">The day on which the person had that age.</param>
public sealed record Edad(int Minima, int Maxima, string? Fuente, DateOnly Referida)
{
    public bool EsExacta => Minima == Maxima;
}
