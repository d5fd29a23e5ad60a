using System.Globalization;
using System.Text.RegularExpressions;

namespace Sintra.Diccionario;

/// <summary>One answer out of the fields of one variable.</summary>
internal static partial class LectorDeRespuesta
{
    private static readonly string[] Solo = ["", "estado"];
    private static readonly string[] DeFecha = [.. Solo, "dia", "mes", "anio"];
    private static readonly string[] DeFechaParcial = [.. DeFecha, "aproximada", "clase", "hasta_dia", "hasta_mes", "hasta_anio"];
    private static readonly string[] DePeriodo = ["estado", "desde", "hasta", "desde_dia", "desde_mes", "desde_anio", "hasta_dia", "hasta_mes", "hasta_anio", "aproximada"];
    private static readonly string[] DeLugar = ["estado", "pais", "entidad", "municipio", "localidad", "como"];
    private static readonly string[] DeReferencia = [.. Solo, "folio"];
    private static readonly string[] DeEdad = ["estado", "", "valor", "min", "max", "fuente"];

    // They say how, not what: alone they are no answer.
    private static readonly string[] Modos = ["estado", "aproximada", "clase", "fuente"];

    private static readonly Dictionary<TipoDeVariable, string[]> PartesConValor =
        Enum.GetValues<TipoDeVariable>().ToDictionary(t => t, t => Partes(t).Except(Modos).ToArray());

    public static string[] Partes(TipoDeVariable tipo) => tipo switch
    {
        TipoDeVariable.Fecha => DeFecha,
        TipoDeVariable.FechaParcial => DeFechaParcial,
        TipoDeVariable.PeriodoParcial => DePeriodo,
        TipoDeVariable.Lugar => DeLugar,
        TipoDeVariable.Edad => DeEdad,
        TipoDeVariable.Referencia => DeReferencia,
        _ => Solo,
    };

    /// <summary>Null: nothing was typed, or something is wrong and has been said.</summary>
    public static Respuesta? Leer(CamposDeVariable campos)
    {
        var hayValor = Array.Exists(PartesConValor[campos.Variable.Tipo], campos.Hay);
        var estado = campos.Uno("estado", 10);
        if (campos.TieneFalla)
        {
            return null;
        }

        if (estado is not null)
        {
            return hayValor
                ? campos.Falla<Respuesta>("elija una respuesta o «No sabe», no ambas.")
                : estado is "NS" or "NC" or "NA" or "NP"
                    ? Respuesta.Sin(Enum.Parse<EstadoDeRespuesta>(estado))
                    : campos.Falla<Respuesta>("elija «No sabe», «Prefirió no contestar», «No aplica» o «No se preguntó».");
        }

        if (!hayValor)
        {
            return campos.Hay("fuente") || campos.Hay("aproximada")
                ? campos.Falla<Respuesta>("falta la respuesta; escríbala o elija «No sabe».")
                : null;
        }

        var respuesta = Valor(campos);
        return campos.TieneFalla ? null : respuesta;
    }

    private static Respuesta? Valor(CamposDeVariable campos) => campos.Variable.Tipo switch
    {
        TipoDeVariable.Opcion or TipoDeVariable.SiNo => LectorDeOpciones.Una(campos),
        TipoDeVariable.Opciones => LectorDeOpciones.Varias(campos),
        TipoDeVariable.Lugar => LectorDeLugar.Leer(campos),
        var tipo => Simple(campos, tipo) is { } valor ? Respuesta.Con(valor) : null,
    };

    private static Valor? Simple(CamposDeVariable campos, TipoDeVariable tipo) => tipo switch
    {
        TipoDeVariable.Fecha => LectorDeFechas.Dia(campos),
        TipoDeVariable.FechaParcial => LectorDeFechas.Parcial(campos),
        TipoDeVariable.PeriodoParcial => LectorDeFechas.Periodo(campos),
        TipoDeVariable.Edad => LectorDeEdad.Leer(campos),
        TipoDeVariable.Entero => Numero(campos, Entero(), "escriba un número entero, sin decimales ni signo."),
        TipoDeVariable.Decimal => Numero(campos, Decimal(), "escriba un número, con punto decimal si hace falta."),
        TipoDeVariable.TextoLargo => campos.Uno("", campos.Variable.Max ?? 4000, variosRenglones: true) is { } texto ? new ValorDeTexto(texto) : null,
        TipoDeVariable.Telefono => DeForma(campos, Telefono(), SinSeparadores, "escriba 10 dígitos, o el número con + y la clave del país."),
        TipoDeVariable.Correo => DeForma(campos, Correo(), t => t, "escriba un correo completo, como nombre@ejemplo.mx."),
        TipoDeVariable.Curp => DeForma(campos, Curp(), t => t.ToUpperInvariant(), "la CURP tiene 18 letras y números; revise que esté completa."),
        TipoDeVariable.Referencia => Referido(campos),
        _ => campos.Uno("", campos.Variable.Max ?? 300) is { } texto ? new ValorDeTexto(texto) : null,
    };

    // A folio is taken as it was typed: whose it is, the room of files knows.
    private static ValorDeReferencia? Referido(CamposDeVariable campos)
    {
        if (campos.Hay("folio"))
        {
            return campos.Hay("")
                ? campos.Falla<ValorDeReferencia>("elija uno o escriba su folio, no ambas cosas.")
                : campos.Uno("folio", 40) is { } folio ? new(folio) : null;
        }

        return campos.Uno("") is { } id
            ? Referencia().IsMatch(id) ? new(id) : campos.Falla<ValorDeReferencia>("elija uno de los que se ofrecen.")
            : null;
    }

    private static ValorDeNumero? Numero(CamposDeVariable campos, Regex forma, Frase mensaje)
    {
        if (campos.Uno("", 40) is not { } texto)
        {
            return null;
        }

        if (!forma.IsMatch(texto))
        {
            return campos.Falla<ValorDeNumero>(mensaje);
        }

        var numero = decimal.Parse(texto.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var max = campos.Variable.Max ?? 999_999_999;
        return numero > max
            ? campos.Falla<ValorDeNumero>($"escriba un número de 0 a {max:N0}.")
            : new(numero);
    }

    private static ValorDeTexto? DeForma(CamposDeVariable campos, Regex forma, Func<string, string> normalizar, Frase mensaje)
    {
        if (campos.Uno("", Math.Max(campos.Variable.Max ?? 0, 40)) is not { } crudo)
        {
            return null;
        }

        var texto = normalizar(crudo);
        return forma.IsMatch(texto) && texto.Length <= (campos.Variable.Max ?? 300) ? new(texto) : campos.Falla<ValorDeTexto>(mensaje);
    }

    private static string SinSeparadores(string texto) => Separadores().Replace(texto, "");

    [GeneratedRegex(@"^([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Entero();

    [GeneratedRegex(@"^([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^([0-9]{10}|\+[0-9]{8,15})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Telefono();

    [GeneratedRegex(@"^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Correo();

    [GeneratedRegex(@"^[A-Z0-9]{18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Curp();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Referencia();

    [GeneratedRegex(@"[\s().-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separadores();
}
