namespace Sintra.Diccionario;

/// <summary>A date as a person writes it: a year, perhaps a month, perhaps a day.</summary>
internal readonly record struct FechaEscrita(int Anio, int? Mes = null, int? Dia = null)
{
    public DateOnly Inicio => new(Anio, Mes ?? 1, Dia ?? 1);

    /// <summary>Last day, included.</summary>
    public DateOnly Fin => Dia is not null ? Inicio : Mes is not null ? Inicio.AddMonths(1).AddDays(-1) : new(Anio, 12, 31);

    public static FechaEscrita De(DateOnly dia) => new(dia.Year, dia.Month, dia.Day);

    public FechaParcial En(bool aproximada) => new(
        Inicio, Fin, Dia is not null ? PrecisionDeFecha.Dia : Mes is not null ? PrecisionDeFecha.Mes : PrecisionDeFecha.Anio, aproximada);

    public FechaParcial Antes(bool aproximada) => new(null, Inicio.AddDays(-1), PrecisionDeFecha.Antes, aproximada);

    public FechaParcial Despues(bool aproximada) => new(Fin.AddDays(1), null, PrecisionDeFecha.Despues, aproximada);

    public FechaParcial Hasta(FechaEscrita fin, bool aproximada) => new(Inicio, fin.Fin, PrecisionDeFecha.Periodo, aproximada);

    /// <summary>The shortest way of writing a date again: one date, or two for a period. «Antes de 2024» and «antes del 1 de enero de 2024» are the same.</summary>
    public static (FechaEscrita Primera, FechaEscrita? Segunda) De(FechaParcial fecha)
    {
        switch (fecha.Precision)
        {
            case PrecisionDeFecha.Antes: return (QueEmpieza(fecha.Hasta!.Value.AddDays(1)), null);
            case PrecisionDeFecha.Despues: return (QueTermina(fecha.Desde!.Value.AddDays(-1)), null);
            case PrecisionDeFecha.Anio: return (new(fecha.Desde!.Value.Year), null);
            case PrecisionDeFecha.Mes: return (new(fecha.Desde!.Value.Year, fecha.Desde.Value.Month), null);
            case PrecisionDeFecha.Periodo:
                var (inicio, fin) = (QueEmpieza(fecha.Desde!.Value), QueTermina(fecha.Hasta!.Value));
                if (inicio.Dia is not null || fin.Dia is not null)
                {
                    return (De(fecha.Desde.Value), De(fecha.Hasta.Value));
                }

                return inicio.Mes is null && fin.Mes is null && inicio.Anio != fin.Anio
                    ? (inicio, fin)
                    : (new(inicio.Anio, inicio.Mes ?? 1), new(fin.Anio, fin.Mes ?? 12));
            default: return (De(fecha.Desde!.Value), null);
        }
    }

    private static FechaEscrita QueEmpieza(DateOnly dia) => (dia.Month, dia.Day) switch
    {
        (1, 1) => new(dia.Year),
        (_, 1) => new(dia.Year, dia.Month),
        _ => De(dia),
    };

    private static FechaEscrita QueTermina(DateOnly dia) => (dia.Month, dia.AddDays(1).Day) switch
    {
        (12, 1) => new(dia.Year),
        (_, 1) => new(dia.Year, dia.Month),
        _ => De(dia),
    };
}
