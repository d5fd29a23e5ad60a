using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Sintra.Diccionario;

/// <summary>
/// Answers as the JSON of a section: a code, a number or a text stands by itself, compound values as small objects, a reason for having
/// none as <c>{"estado":"NS"}</c>. Example: <c>{"sexo":"M","edad_registro":{"min":16,"max":18,"fuente":"APRECIACION","ref":"2026-11-08"}}</c>.
/// </summary>
public static class FormatoDeRespuestas
{
    // Accents as they are; what HTML minds is escaped all the same.
    private static readonly JsonWriterOptions Opciones = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    // One per thread: this is on the way of every save.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _escritor;

    /// <param name="diccionario">Gives the order of the keys; without it, the order given.</param>
    public static string AJson(IEnumerable<KeyValuePair<string, Respuesta>> respuestas, DiccionarioVigente? diccionario = null)
    {
        if (_escritor is not var (bytes, json))
        {
            bytes = new(4096);
            json = new(bytes, Opciones);
            _escritor = (bytes, json);
        }

        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        foreach (var (clave, respuesta) in diccionario is null ? respuestas : respuestas.OrderBy(r => diccionario.Posicion(r.Key)))
        {
            json.WritePropertyName(clave);
            if (respuesta.Valor is { } valor)
            {
                FormatoDeValor.Escribir(json, valor);
            }
            else
            {
                json.WriteStartObject();
                json.WriteString("estado"u8, respuesta.Estado.ToString());
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
        json.Flush();
        var texto = Encoding.UTF8.GetString(bytes.WrittenSpan);

        // Answers of people do not wait in memory for the next ones to write over them.
        bytes.Clear();
        return texto;
    }

    /// <summary>The inverse of <see cref="AJson"/>; the type of each value follows from the dictionary it was written with.</summary>
    /// <exception cref="FormatException">Not JSON of this format, or of a variable the dictionary does not know.</exception>
    public static IReadOnlyDictionary<string, Respuesta> DeJson(string json, DiccionarioVigente diccionario)
    {
        var prestados = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            var lector = new Utf8JsonReader(prestados.AsSpan(0, Encoding.UTF8.GetBytes(json, prestados)));
            return Leer(ref lector, diccionario);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("Not the JSON of a section.", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(prestados, clearArray: true);
        }
    }

    private static Dictionary<string, Respuesta> Leer(ref Utf8JsonReader lector, DiccionarioVigente diccionario)
    {
        var respuestas = new Dictionary<string, Respuesta>();
        FormatoDeValor.Exigir(lector.Read() && lector.TokenType == JsonTokenType.StartObject);
        while (lector.Read() && lector.TokenType == JsonTokenType.PropertyName)
        {
            var variable = diccionario.Buscar(lector.GetString()!) ?? throw new FormatException("Unknown variable.");
            lector.Read();
            var valor = FormatoDeValor.Leer(ref lector, variable.Tipo, out var estado);
            respuestas.Add(variable.Clave, valor is null ? Respuesta.Sin(estado) : Respuesta.Con(valor));
        }

        FormatoDeValor.Exigir(lector.TokenType == JsonTokenType.EndObject && !lector.Read());
        return respuestas;
    }
}
