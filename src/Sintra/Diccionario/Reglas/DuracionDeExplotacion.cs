namespace Sintra.Diccionario;

/// <summary>How long the exploitation lasted, in the brackets of <c>duracion_explotacion</c>.</summary>
internal static class DuracionDeExplotacion
{
    private const double DiasDelMes = 365.2425 / 12;

    /// <summary>
    /// The days that all dated periods cover together (two forms at once do not add up). Ends known to the month or the year stand for
    /// their middle day. Without dates, the longest duration declared; null when there is neither.
    /// </summary>
    public static Respuesta? De(DiccionarioVigente diccionario, Respuestas respuestas)
    {
        var catalogo = diccionario.Catalogos["duracion_explotacion"];
        var filas = respuestas.Filas.GetValueOrDefault("explotacion", []);
        var periodos = filas
            .Select(f => f.Respuestas.GetValueOrDefault("exp_periodo")?.Valor is ValorDePeriodo { Periodo: { Desde: { } desde, Hasta: { } hasta } }
                ? (Inicio: Mitad(desde), Fin: Mitad(hasta))
                : (Inicio: (int?)null, Fin: null))
            .Where(p => p.Inicio <= p.Fin)
            .OrderBy(p => p.Inicio)
            .ToList();

        if (periodos.Count == 0)
        {
            return filas
                .Select(f => (f.Respuestas.GetValueOrDefault("duracion_declarada")?.Valor as ValorDeOpcion)?.Codigo)
                .OfType<string>()
                .MaxBy(catalogo.Posicion) is { } declarada ? Derivadas.Opcion(declarada) : null;
        }

        var (dias, cubierto) = (0, int.MinValue);
        foreach (var (inicio, fin) in periodos)
        {
            dias += Math.Max(0, fin!.Value + 1 - Math.Max(inicio!.Value, cubierto));
            cubierto = Math.Max(cubierto, fin.Value + 1);
        }

        var meses = (int)(dias / DiasDelMes);
        return Derivadas.Opcion(catalogo.Elegibles.Last(o => Derivadas.Entero(o, "meses_min") <= meses).Codigo);
    }

    private static int? Mitad(FechaParcial fecha) => fecha is { Desde: { } desde, Hasta: { } hasta } ? (desde.DayNumber + hasta.DayNumber) / 2 : null;
}
