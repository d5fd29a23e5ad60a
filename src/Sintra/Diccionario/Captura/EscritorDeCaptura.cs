using System.Globalization;

namespace Sintra.Diccionario;

/// <summary>The inverse of <see cref="LectorDeCaptura"/>: an answer as the fields of a form, to fill it in again.</summary>
public static class EscritorDeCaptura
{
    /// <param name="ruta">Path of the variable: <c>clave</c> or <c>grupo[n].clave</c>.</param>
    /// <returns>Name and value of each field; several of one name for opciones.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Campos(string ruta, Respuesta respuesta) =>
        (respuesta.Valor is { } valor ? Partes(valor) : [("estado", respuesta.Estado.ToString())])
            .Where(p => p.Texto is not null)
            .Select(p => KeyValuePair.Create(p.Parte.Length == 0 ? ruta : $"{ruta}.{p.Parte}", p.Texto!));

    private static IEnumerable<(string Parte, string? Texto)> Partes(Valor valor) => valor switch
    {
        ValorDeTexto v => [("", v.Texto)],
        ValorDeOpcion v => [("", v.Codigo)],
        ValorDeReferencia v => [("", v.Id)],
        ValorDeNumero v => [("", v.Numero.ToString(CultureInfo.InvariantCulture))],
        ValorDeOpciones v => v.Codigos.Select(c => ("", (string?)c)),
        ValorDeFecha v => Fecha("", FechaEscrita.De(v.Fecha)),
        ValorDeFechaParcial v => FechaParcial(v.Fecha),
        ValorDePeriodo v => [.. Extremo("desde_", v.Periodo.Desde), .. Extremo("hasta_", v.Periodo.Hasta), Aproximada(v.Periodo.Aproximada)],
        ValorDeLugar { Lugar: var l } =>
            [("pais", l.Pais), ("entidad", l.Entidad), ("municipio", l.Municipio), ("localidad", l.Localidad), ("como", l.ComoLoRefirio)],
        ValorDeEdad { Edad: { EsExacta: true } e } => [("valor", Numero(e.Minima)), ("fuente", e.Fuente)],
        ValorDeEdad { Edad: var e } => [("min", Numero(e.Minima)), ("max", Numero(e.Maxima)), ("fuente", e.Fuente)],
        _ => [],
    };

    private static IEnumerable<(string, string?)> FechaParcial(FechaParcial fecha)
    {
        var (primera, segunda) = FechaEscrita.De(fecha);
        var clase = fecha.Precision switch
        {
            PrecisionDeFecha.Antes => "antes",
            PrecisionDeFecha.Despues => "despues",
            PrecisionDeFecha.Periodo => "periodo",
            _ => "en",
        };
        return [.. Fecha("", primera), .. segunda is { } s ? Fecha("hasta_", s) : [], ("clase", clase), Aproximada(fecha.Aproximada)];
    }

    private static IEnumerable<(string, string?)> Extremo(string prefijo, FechaParcial? fecha) =>
        fecha is null ? [] : Fecha(prefijo, FechaEscrita.De(fecha).Primera);

    private static IEnumerable<(string, string?)> Fecha(string prefijo, FechaEscrita fecha) =>
        [(prefijo + "dia", Numero(fecha.Dia)), (prefijo + "mes", Numero(fecha.Mes)), (prefijo + "anio", Numero(fecha.Anio))];

    private static (string, string?) Aproximada(bool aproximada) => ("aproximada", aproximada ? "on" : null);

    private static string? Numero(int? numero) => numero?.ToString(CultureInfo.InvariantCulture);
}
