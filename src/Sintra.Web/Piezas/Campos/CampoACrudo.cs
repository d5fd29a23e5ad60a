using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A stored answer as the form would carry it: the inverse of the reader of forms.</summary>
public static class CampoACrudo
{
    /// <summary>All answers of a page, row numbers kept.</summary>
    public static Crudos De(Respuestas respuestas)
    {
        var valores = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (clave, respuesta) in respuestas.Unicas)
        {
            Agregar(valores, clave, respuesta);
        }

        foreach (var (grupo, filas) in respuestas.Filas)
        {
            foreach (var fila in filas)
            {
                foreach (var (clave, respuesta) in fila.Respuestas)
                {
                    Agregar(valores, $"{Rutas.DeFila(grupo, fila.Numero)}.{clave}", respuesta);
                }
            }
        }

        return new(valores);
    }

    /// <summary>The fields of one answer: path → values.</summary>
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> De(string ruta, Respuesta respuesta) => respuesta.Valor switch
    {
        null => [Par($"{ruta}.estado", respuesta.Estado.ToString())],
        ValorDeTexto v => [Par(ruta, v.Texto)],
        ValorDeNumero v => [Par(ruta, v.Numero.ToString(CultureInfo.InvariantCulture))],
        ValorDeOpcion v => [Par(ruta, v.Codigo)],
        ValorDeOpciones v => [new(ruta, v.Codigos)],
        ValorDeReferencia v => [Par(ruta, v.Id)],
        ValorDeFecha v => DeDia(ruta + ".", v.Fecha),
        ValorDeFechaParcial v => DeFechaParcial(ruta, v.Fecha),
        ValorDePeriodo v => DePeriodo(ruta, v.Periodo),
        ValorDeLugar v => DeLugar(ruta, v.Lugar),
        ValorDeEdad v => DeEdad(ruta, v.Edad),
        _ => throw new NotSupportedException($"{ruta}: {respuesta.Valor.GetType().Name}"),
    };

    private static void Agregar(Dictionary<string, IReadOnlyList<string>> valores, string ruta, Respuesta respuesta)
    {
        foreach (var (campo, valor) in De(ruta, respuesta))
        {
            valores[campo] = valor;
        }
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DeFechaParcial(string ruta, FechaParcial fecha)
    {
        var (prefijo, hasta) = ($"{ruta}.", $"{ruta}.hasta_");
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> partes = fecha switch
        {
            { Precision: PrecisionDeFecha.Antes, Hasta: { } dia } => [Par($"{ruta}.clase", "antes"), .. DeDia(prefijo, dia)],
            { Precision: PrecisionDeFecha.Despues, Desde: { } dia } => [Par($"{ruta}.clase", "despues"), .. DeDia(prefijo, dia)],
            { Precision: PrecisionDeFecha.Periodo, Desde: { } primero, Hasta: { } ultimo } =>
                [Par($"{ruta}.clase", "periodo"), .. DeDia(prefijo, primero), .. DeDia(hasta, ultimo)],
            _ => DeExtremo(prefijo, fecha),
        };
        return fecha.Aproximada ? partes.Append(Par($"{ruta}.aproximada", "on")) : partes;
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DePeriodo(string ruta, PeriodoParcial periodo)
    {
        var partes = DeExtremo($"{ruta}.desde_", periodo.Desde).Concat(DeExtremo($"{ruta}.hasta_", periodo.Hasta));
        return periodo.Aproximada ? partes.Append(Par($"{ruta}.aproximada", "on")) : partes;
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DeExtremo(string prefijo, FechaParcial? fecha) => fecha switch
    {
        { Desde: { } dia, Precision: PrecisionDeFecha.Dia } => DeDia(prefijo, dia),
        { Desde: { } dia, Precision: PrecisionDeFecha.Mes } => [Par(prefijo + "mes", Numero(dia.Month)), Par(prefijo + "anio", Numero(dia.Year))],
        { Desde: { } dia } => [Par(prefijo + "anio", Numero(dia.Year))],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DeDia(string prefijo, DateOnly dia) =>
        [Par(prefijo + "dia", Numero(dia.Day)), Par(prefijo + "mes", Numero(dia.Month)), Par(prefijo + "anio", Numero(dia.Year))];

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DeLugar(string ruta, Lugar lugar) => SinVacios(
        (ruta + ".pais", lugar.Pais),
        (ruta + ".entidad", lugar.Entidad),
        (ruta + ".municipio", lugar.Municipio),
        (ruta + ".localidad", lugar.Localidad),
        (ruta + ".como", lugar.ComoLoRefirio));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> DeEdad(string ruta, Edad edad) => edad.EsExacta
        ? SinVacios((ruta + ".valor", Numero(edad.Minima)), (ruta + ".fuente", edad.Fuente))
        : SinVacios((ruta + ".min", Numero(edad.Minima)), (ruta + ".max", Numero(edad.Maxima)), (ruta + ".fuente", edad.Fuente));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> SinVacios(params (string Ruta, string? Valor)[] partes) =>
        partes.Where(p => !string.IsNullOrEmpty(p.Valor)).Select(p => Par(p.Ruta, p.Valor!));

    private static string Numero(int numero) => numero.ToString(CultureInfo.InvariantCulture);

    private static KeyValuePair<string, IReadOnlyList<string>> Par(string ruta, string valor) => new(ruta, [valor]);
}
