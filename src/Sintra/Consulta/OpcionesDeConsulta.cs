namespace Sintra.Consulta;

/// <summary>Settings <c>Consulta:…</c>.</summary>
public sealed record OpcionesDeConsulta
{
    private const int Tope = 10_000;

    /// <summary>How many searches by identity an account may make in an hour; beyond it they wait.</summary>
    public int PorIdentidadCadaHora { get; init; } = 60;

    /// <summary>False where a value makes no sense.</summary>
    public bool Sirven => PorIdentidadCadaHora is >= 1 and <= Tope;
}
