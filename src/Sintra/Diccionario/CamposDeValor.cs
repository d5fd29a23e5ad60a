using System.Text.Json;

namespace Sintra.Diccionario;

/// <summary>The members of a compound value while its JSON is read; which ones count follows from the type.</summary>
internal struct CamposDeValor
{
    public string? Estado;
    public int? Minima;
    public int? Maxima;
    public string? Fuente;
    public DateOnly? Referida;
    public string? Pais;
    public string? Entidad;
    public string? Municipio;
    public string? Localidad;
    public string? Como;
    public DateOnly? Desde;
    public DateOnly? Hasta;
    public string? Precision;
    public bool Aproximada;
    public FechaParcial? Inicio;
    public FechaParcial? Fin;

    /// <param name="json">At the opening brace; left at the closing one.</param>
    public void Leer(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("desde"u8))
            {
                (Desde, Inicio) = Extremo(ref json);
            }
            else if (json.ValueTextEquals("hasta"u8))
            {
                (Hasta, Fin) = Extremo(ref json);
            }
            else
            {
                Miembro(ref json);
            }
        }

        FormatoDeValor.Exigir(json.TokenType == JsonTokenType.EndObject);
    }

    public readonly FechaParcial AFecha()
    {
        FormatoDeValor.Exigir(Precision is not null);
        return new(Desde, Hasta, FormatoDeValor.APrecision(Precision!), Aproximada);
    }

    public readonly Edad AEdad()
    {
        FormatoDeValor.Exigir(Minima is not null && Maxima is not null && Referida is not null);
        return new(Minima!.Value, Maxima!.Value, Fuente, Referida!.Value);
    }

    private void Miembro(ref Utf8JsonReader json)
    {
        switch (json.GetString())
        {
            case "estado": Estado = Texto(ref json); break;
            case "min": Minima = Entero(ref json); break;
            case "max": Maxima = Entero(ref json); break;
            case "fuente": Fuente = Texto(ref json); break;
            case "ref": Referida = FormatoDeValor.ADia(Texto(ref json)); break;
            case "pais": Pais = Texto(ref json); break;
            case "entidad": Entidad = Texto(ref json); break;
            case "municipio": Municipio = Texto(ref json); break;
            case "localidad": Localidad = Texto(ref json); break;
            case "como": Como = Texto(ref json); break;
            case "precision": Precision = Texto(ref json); break;
            case "aprox":
                json.Read();
                Aproximada = json.GetBoolean();
                break;
            default: throw new FormatException("Not the JSON of a section.");
        }
    }

    // A whole day within a date; a date of its own within a period.
    private static (DateOnly?, FechaParcial?) Extremo(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            return (FormatoDeValor.ADia(json.GetString()!), null);
        }

        FormatoDeValor.Exigir(json.TokenType == JsonTokenType.StartObject);
        var campos = new CamposDeValor();
        campos.Leer(ref json);
        return (null, campos.AFecha());
    }

    private static string Texto(ref Utf8JsonReader json)
    {
        json.Read();
        return FormatoDeValor.Texto(ref json);
    }

    private static int Entero(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetInt32();
    }
}
