namespace Sintra.Comun;

/// <summary>How finely a date is known (catalogue <c>precision_fecha</c>).</summary>
public enum PrecisionDeFecha
{
    Dia,
    Mes,
    Anio,
    Periodo,
    Antes,
    Despues,
}

/// <summary>
/// A date as far as it is known: an interval of whole days and how it came about. Sorting takes the start, filters the overlap.
/// </summary>
/// <param name="Desde">First day; null only for «before».</param>
/// <param name="Hasta">Last day, included; null only for «after».</param>
/// <param name="Aproximada">The person said «about».</param>
public sealed record FechaParcial(DateOnly? Desde, DateOnly? Hasta, PrecisionDeFecha Precision, bool Aproximada = false)
{
    public static FechaParcial Del(DateOnly dia) => new(dia, dia, PrecisionDeFecha.Dia);

    /// <summary>A month, or a whole year when the month is null.</summary>
    public static FechaParcial De(int ejercicio, int? mes, bool aproximada = false) => mes is { } m
        ? new(new(ejercicio, m, 1), new DateOnly(ejercicio, m, 1).AddMonths(1).AddDays(-1), PrecisionDeFecha.Mes, aproximada)
        : new(new(ejercicio, 1, 1), new(ejercicio, 12, 31), PrecisionDeFecha.Anio, aproximada);
}

/// <summary>Two ends, either may be open, each as precise as it is known.</summary>
public sealed record PeriodoParcial(FechaParcial? Desde, FechaParcial? Hasta, bool Aproximada = false);
