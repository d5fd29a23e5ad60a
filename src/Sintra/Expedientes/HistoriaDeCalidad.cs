namespace Sintra.Expedientes;

/// <summary>
/// What the determinations of a file say of a day. Two questions, two answers: what held that day as is known today, and what was known of it
/// that day. A determination holds from its own day; one that nobody dated, from the day on which it was recorded; the one recorded last takes
/// the place of the others from its day on.
/// </summary>
public static class HistoriaDeCalidad
{
    /// <summary>The first day on which it holds.</summary>
    public static DateOnly Desde(this Calidad calidad, TimeZoneInfo huso) => calidad.Fecha ?? Dia(calidad.AsentadaEn, huso);

    /// <summary>As they were recorded.</summary>
    public static IReadOnlyList<Calidad> EnOrden(this IEnumerable<Calidad> calidades) => [.. calidades.OrderBy(c => c.AsentadaEn).ThenBy(c => c.Id)];

    /// <summary>What holds now; null when nothing has been recorded.</summary>
    public static Calidad? Vigente(this IEnumerable<Calidad> calidades) => calidades.OrderBy(c => c.AsentadaEn).ThenBy(c => c.Id).LastOrDefault();

    /// <summary>What held on that day, as is known today.</summary>
    public static Calidad? El(this IEnumerable<Calidad> calidades, DateOnly dia, TimeZoneInfo huso) => calidades.EnOrden().LastOrDefault(c => c.Desde(huso) <= dia);

    /// <summary>What was known on that day to hold.</summary>
    public static Calidad? SabidaEl(this IEnumerable<Calidad> calidades, DateOnly dia, TimeZoneInfo huso) =>
        calidades.Where(c => Dia(c.AsentadaEn, huso) <= dia).El(dia, huso);

    private static DateOnly Dia(DateTime utc, TimeZoneInfo huso) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, huso));
}
