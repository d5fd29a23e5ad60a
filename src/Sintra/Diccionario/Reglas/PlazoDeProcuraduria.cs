namespace Sintra.Diccionario;

/// <summary>
/// The notice to the Procuraduría de Protección is given within 24 hours of the detection of a child or adolescent, or of beginning the file
/// where the day of detection is not known (LGDNNA). Moments are by the clock of Mexico, like the one that is given.
/// </summary>
public static class PlazoDeProcuraduria
{
    /// <summary>The question whether it was given; its page is the task that falls due.</summary>
    public const string Clave = "procuraduria_notificada";

    internal const string Deteccion = "fecha_deteccion";

    /// <summary>Until when it may be given; null once it was.</summary>
    /// <param name="empezado">When the file was begun.</param>
    public static DateTime? Vence(IReadOnlyDictionary<string, Respuesta> unicas, DateTime empezado) =>
        (unicas.GetValueOrDefault(Clave)?.Valor as ValorDeOpcion)?.Codigo == "SI" ? null : Termino(unicas, empezado);

    /// <summary>The end of the 24 hours: a day without its hour lasts until its end, and nobody is found after the file was begun.</summary>
    internal static DateTime Termino(IReadOnlyDictionary<string, Respuesta> unicas, DateTime empezado) =>
        DudasDeTiempo.Intervalo(unicas.GetValueOrDefault(Deteccion))?.Hasta is { } dia && dia < DateOnly.FromDateTime(empezado)
            ? dia.AddDays(1).ToDateTime(new(23, 59))
            : empezado.AddHours(24);
}
