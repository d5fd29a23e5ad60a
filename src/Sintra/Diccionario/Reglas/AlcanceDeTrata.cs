namespace Sintra.Diccionario;

/// <summary>Internal or international, from where the person was recruited, passed and was exploited (catalogue <c>alcance_trata</c>).</summary>
internal static class AlcanceDeTrata
{
    private const string Mexico = "MX";

    /// <summary>Null while no place is known; NS when those known do not say.</summary>
    public static Respuesta? De(Respuestas respuestas)
    {
        var origen = (respuestas.Unicas.GetValueOrDefault("cap_lugar")?.Valor as ValorDeLugar)?.Lugar;
        var tramos = Lugares(respuestas, "tramo", "tramo_lugar");
        var destinos = Lugares(respuestas, "explotacion", "exp_lugar");
        if (origen is null && tramos.Count == 0 && destinos.Count == 0)
        {
            return null;
        }

        var paises = destinos.Select(l => l.Pais).OfType<string>().ToList();
        if (origen?.Pais is not { } de || paises.Count == 0)
        {
            return Respuesta.Sin(EstadoDeRespuesta.NS);
        }

        var codigo = (de, paises.Contains(Mexico), paises.Any(p => p != Mexico)) switch
        {
            (Mexico, _, true) => "X",
            (Mexico, true, false) => Interna([origen, .. tramos, .. destinos]),
            (_, true, _) => "D",
            _ => tramos.Any(t => t.Pais == Mexico) ? "T" : null,
        };
        return codigo is null ? Respuesta.Sin(EstadoDeRespuesta.NS) : Derivadas.Opcion(codigo);
    }

    // Begun and ended in the country: one state, several, or (a leg abroad, a state unknown) nothing that can be said.
    private static string? Interna(IReadOnlyList<Lugar> lugares)
    {
        var entidades = lugares.Select(l => l.Entidad).OfType<string>().Distinct().Count();
        return lugares.Any(l => l.Pais is { } pais && pais != Mexico) ? null
            : entidades > 1 ? "E"
            : lugares.All(l => l.Entidad is not null) ? "I" : null;
    }

    private static List<Lugar> Lugares(Respuestas respuestas, string grupo, string clave) =>
        [.. respuestas.Filas.GetValueOrDefault(grupo, []).Select(f => (f.Respuestas.GetValueOrDefault(clave)?.Valor as ValorDeLugar)?.Lugar).OfType<Lugar>()];
}
