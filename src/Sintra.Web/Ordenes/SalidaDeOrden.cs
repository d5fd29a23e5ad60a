using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Sintra.Web.Ordenes;

/// <summary>What a verb answers: words, or one JSON document and nothing else on standard output; what went wrong on standard error.</summary>
internal sealed class SalidaDeOrden(bool json, TextWriter salida, TextWriter errores)
{
    private static readonly JsonSerializerOptions Formato = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The answer in both forms; only the one asked for is written.</summary>
    public Task ResponderAsync(object documento, params IEnumerable<string> palabras) =>
        salida.WriteLineAsync(json ? JsonSerializer.Serialize(documento, Formato) : string.Join(Environment.NewLine, palabras));

    public Task ErrorAsync(string mensaje) => errores.WriteLineAsync(mensaje);

    /// <summary>Nothing was done: the sentence on standard error, and for a machine a document that says the same.</summary>
    public async Task FracasarAsync(string mensaje)
    {
        await ErrorAsync(mensaje);
        if (json)
        {
            await salida.WriteLineAsync(JsonSerializer.Serialize(new { error = mensaje }, Formato));
        }
    }
}
