using System.Globalization;
using System.Text.Json;

namespace Sintra.Diccionario;

/// <summary>One value within the JSON of a section.</summary>
internal static class FormatoDeValor
{
    private static readonly string[] Precisiones = [.. Enum.GetValues<PrecisionDeFecha>().Select(p => p.Codigo)];

    public static void Exigir(bool seCumple)
    {
        if (!seCumple)
        {
            throw new FormatException("Not the JSON of a section.");
        }
    }

    public static void Escribir(Utf8JsonWriter json, Valor valor)
    {
        switch (valor)
        {
            case ValorDeOpcion v: json.WriteStringValue(v.Codigo); break;
            case ValorDeTexto v: json.WriteStringValue(v.Texto); break;
            case ValorDeReferencia v: json.WriteStringValue(v.Id); break;
            case ValorDeNumero v: json.WriteNumberValue(v.Numero); break;
            case ValorDeFecha v: Dia(json, v.Fecha); break;
            case ValorDeFechaParcial v: Fecha(json, v.Fecha); break;
            case ValorDeOpciones v:
                json.WriteStartArray();
                foreach (var codigo in v.Codigos)
                {
                    json.WriteStringValue(codigo);
                }

                json.WriteEndArray();
                break;
            case ValorDeLugar { Lugar: var lugar }:
                json.WriteStartObject();
                Texto(json, "pais"u8, lugar.Pais);
                Texto(json, "entidad"u8, lugar.Entidad);
                Texto(json, "municipio"u8, lugar.Municipio);
                Texto(json, "localidad"u8, lugar.Localidad);
                Texto(json, "como"u8, lugar.ComoLoRefirio);
                json.WriteEndObject();
                break;
            case ValorDeEdad { Edad: var edad }:
                json.WriteStartObject();
                json.WriteNumber("min"u8, edad.Minima);
                json.WriteNumber("max"u8, edad.Maxima);
                Texto(json, "fuente"u8, edad.Fuente);
                json.WritePropertyName("ref"u8);
                Dia(json, edad.Referida);
                json.WriteEndObject();
                break;
            case ValorDePeriodo { Periodo: var periodo }:
                json.WriteStartObject();
                Fecha(json, "desde"u8, periodo.Desde);
                Fecha(json, "hasta"u8, periodo.Hasta);
                Aproximada(json, periodo.Aproximada);
                json.WriteEndObject();
                break;
        }
    }

    /// <summary>Null: there is no value but the state.</summary>
    public static Valor? Leer(ref Utf8JsonReader json, TipoDeVariable tipo, out EstadoDeRespuesta estado)
    {
        estado = EstadoDeRespuesta.R;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            var campos = new CamposDeValor();
            campos.Leer(ref json);
            if (campos.Estado is { } codigo)
            {
                estado = Enum.Parse<EstadoDeRespuesta>(codigo);
                Exigir(estado != EstadoDeRespuesta.R);
                return null;
            }

            return tipo switch
            {
                TipoDeVariable.FechaParcial => new ValorDeFechaParcial(campos.AFecha()),
                TipoDeVariable.PeriodoParcial => new ValorDePeriodo(new(campos.Inicio, campos.Fin, campos.Aproximada)),
                TipoDeVariable.Lugar => new ValorDeLugar(new(campos.Pais, campos.Entidad, campos.Municipio, campos.Localidad, campos.Como)),
                TipoDeVariable.Edad => new ValorDeEdad(campos.AEdad()),
                _ => throw new FormatException("Not the JSON of a section."),
            };
        }

        switch (tipo)
        {
            case TipoDeVariable.Entero or TipoDeVariable.Decimal: return new ValorDeNumero(json.GetDecimal());
            case TipoDeVariable.Fecha: return new ValorDeFecha(ADia(json.GetString()!));
            case TipoDeVariable.Opcion or TipoDeVariable.SiNo: return new ValorDeOpcion(Texto(ref json));
            case TipoDeVariable.Referencia: return new ValorDeReferencia(Texto(ref json));
            case TipoDeVariable.Opciones:
                Exigir(json.TokenType == JsonTokenType.StartArray);
                var codigos = new List<string>(4);
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    codigos.Add(Texto(ref json));
                }

                return new ValorDeOpciones(codigos);
            case TipoDeVariable.TextoCorto or TipoDeVariable.TextoLargo or TipoDeVariable.Telefono or TipoDeVariable.Correo or TipoDeVariable.Curp:
                return new ValorDeTexto(Texto(ref json));
            default: throw new FormatException("Not the JSON of a section.");
        }
    }

    internal static string Texto(ref Utf8JsonReader json) => json.GetString() ?? throw new FormatException("Not the JSON of a section.");

    internal static DateOnly ADia(string texto) => DateOnly.ParseExact(texto, "O", CultureInfo.InvariantCulture);

    internal static PrecisionDeFecha APrecision(string codigo)
    {
        var precision = Array.IndexOf(Precisiones, codigo);
        Exigir(precision >= 0);
        return (PrecisionDeFecha)precision;
    }

    private static void Fecha(Utf8JsonWriter json, FechaParcial fecha)
    {
        json.WriteStartObject();
        Dia(json, "desde"u8, fecha.Desde);
        Dia(json, "hasta"u8, fecha.Hasta);
        json.WriteString("precision"u8, Precisiones[(int)fecha.Precision]);
        Aproximada(json, fecha.Aproximada);
        json.WriteEndObject();
    }

    private static void Fecha(Utf8JsonWriter json, ReadOnlySpan<byte> nombre, FechaParcial? fecha)
    {
        if (fecha is not null)
        {
            json.WritePropertyName(nombre);
            Fecha(json, fecha);
        }
    }

    private static void Dia(Utf8JsonWriter json, ReadOnlySpan<byte> nombre, DateOnly? dia)
    {
        if (dia is { } d)
        {
            json.WritePropertyName(nombre);
            Dia(json, d);
        }
    }

    private static void Dia(Utf8JsonWriter json, DateOnly dia)
    {
        Span<char> texto = stackalloc char[10];
        dia.TryFormat(texto, out _, "O", CultureInfo.InvariantCulture);
        json.WriteStringValue(texto);
    }

    private static void Texto(Utf8JsonWriter json, ReadOnlySpan<byte> nombre, string? texto)
    {
        if (texto is not null)
        {
            json.WriteString(nombre, texto);
        }
    }

    private static void Aproximada(Utf8JsonWriter json, bool aproximada)
    {
        if (aproximada)
        {
            json.WriteBoolean("aprox"u8, true);
        }
    }
}
