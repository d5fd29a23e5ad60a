using System.Globalization;

namespace Sintra.Diccionario;

/// <summary>edad: whole years, exact or between two bounds, and who says so.</summary>
internal static class LectorDeEdad
{
    private const int Maxima = 120;

    public static ValorDeEdad? Leer(CamposDeVariable campos)
    {
        var valor = Anios(campos, "valor") ?? Anios(campos, "");
        var (min, max) = (Anios(campos, "min"), Anios(campos, "max"));
        var fuente = campos.Uno("fuente") is { } texto
            ? LectorDeOpciones.Elegir(campos, campos.Diccionario.Catalogos["fuente_edad"], texto)?.Codigo
            : null;
        if (campos.TieneFalla)
        {
            return null;
        }

        if (valor is { } exacta)
        {
            return min is null && max is null
                ? new(new(exacta, exacta, fuente, campos.Referida))
                : campos.Falla<ValorDeEdad>("escriba una edad exacta o un rango, no ambos.");
        }

        if (min is not { } desde || max is not { } hasta)
        {
            return campos.Falla<ValorDeEdad>("escriba los dos extremos del rango: de qué edad a qué edad.");
        }

        return desde <= hasta
            ? new(new(desde, hasta, fuente, campos.Referida))
            : campos.Falla<ValorDeEdad>("el primer extremo del rango debe ser menor que el segundo.");
    }

    private static int? Anios(CamposDeVariable campos, string parte)
    {
        if (campos.Uno(parte, 20) is not { } texto)
        {
            return null;
        }

        return int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var anios) && anios <= Maxima
            ? anios
            : campos.Falla<int?>($"escriba la edad en años cumplidos, de 0 a {Maxima}.");
    }
}
