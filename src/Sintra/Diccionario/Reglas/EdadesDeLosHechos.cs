namespace Sintra.Diccionario;

/// <summary>How old the person was at one moment of the facts, in whole years.</summary>
/// <param name="Ruta">Of the question of that age.</param>
/// <param name="ClaveDeFecha">Of the question that dates the moment.</param>
/// <param name="Dicha">As it was said.</param>
/// <param name="SegunNacimiento">As follows from the date of birth and that of the moment, where both are bounded.</param>
internal sealed record EdadDelHecho(string Ruta, string Clave, string ClaveDeFecha, (int Minima, int Maxima)? Dicha, (int Minima, int Maxima)? SegunNacimiento);

/// <summary>The ages that the law looks at: those of recruitment and of the beginning of each exploitation, not that of registration.</summary>
internal static class EdadesDeLosHechos
{
    public const string AlSerCaptada = "edad_captacion";
    private const string AlSerExplotada = "edad_explotacion";

    public static IReadOnlyList<EdadDelHecho> De(Respuestas respuestas)
    {
        var nacio = (respuestas.Unicas.GetValueOrDefault("fecha_nacimiento")?.Valor as ValorDeFechaParcial)?.Fecha;
        return
        [
            Edad(AlSerCaptada, AlSerCaptada, "fecha_captacion", respuestas.Unicas, Durante),
            .. respuestas.Filas.GetValueOrDefault("explotacion", [])
                .Select(f => Edad(RutaDeCampo.De("explotacion", f.Numero, AlSerExplotada), AlSerExplotada, "exp_periodo", f.Respuestas, p => (p.Desde?.Desde, p.Desde?.Hasta))),
        ];

        EdadDelHecho Edad(
            string ruta, string clave, string claveDeFecha, IReadOnlyDictionary<string, Respuesta> donde, Func<PeriodoParcial, (DateOnly? Desde, DateOnly? Hasta)> cuando)
        {
            var momento = (donde.GetValueOrDefault(claveDeFecha)?.Valor as ValorDePeriodo)?.Periodo is { } periodo ? cuando(periodo) : default;
            return new(
                ruta,
                clave,
                claveDeFecha,
                donde.GetValueOrDefault(clave)?.Valor is ValorDeEdad { Edad: var dicha } ? (dicha.Minima, dicha.Maxima) : null,
                (nacio, momento) is ({ Desde: { } temprano, Hasta: { } tarde }, ({ } desde, { } hasta))
                    ? (Math.Max(0, Derivadas.Anios(tarde, desde)), Math.Max(0, Derivadas.Anios(temprano, hasta)))
                    : null);
        }
    }

    // Recruited on some day of it; «from 2010» says 2010.
    private static (DateOnly? Desde, DateOnly? Hasta) Durante(PeriodoParcial periodo) =>
        (periodo.Desde?.Desde ?? periodo.Hasta?.Desde, periodo.Hasta?.Hasta ?? periodo.Desde?.Hasta);
}
