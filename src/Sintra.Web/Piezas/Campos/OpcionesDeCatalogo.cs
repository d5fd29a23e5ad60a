using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>
/// <c>GET /diccionario/opciones/{catalogo}</c>: a whole catalogue, <c>[["20208","San Juan Mixtepec (20208)"], …]</c>, for the boxes that
/// suggest. It takes nothing of what is typed: the box may be a sealed one, and an address is written down by every log on the way.
/// The browser keeps it and asks whether it changed; it holds nobody's data.
/// </summary>
internal static class OpcionesDeCatalogo
{
    private static readonly JsonSerializerOptions Formato = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // One of each for as long as its dictionary is in force.
    private static readonly ConditionalWeakTable<Catalogo, Lista> Listas = [];

    [RequiereCuenta]
    public static IResult Listar(string catalogo, HttpResponse respuesta, [FromServices] DiccionarioVigente diccionario)
    {
        if (!diccionario.Catalogos.TryGetValue(catalogo, out var opciones))
        {
            return Results.BadRequest();
        }

        var lista = Listas.GetValue(opciones, Lista.De);
        respuesta.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(lista.Contenido, "application/json", entityTag: lista.Etiqueta);
    }

    private sealed record Lista(byte[] Contenido, EntityTagHeaderValue Etiqueta)
    {
        public static Lista De(Catalogo catalogo)
        {
            string[][] filas = [.. catalogo.Elegibles.Select(o => (string[])[o.Codigo, catalogo.NombreInconfundible(o)])];
            var contenido = JsonSerializer.SerializeToUtf8Bytes(filas, Formato);
            return new(contenido, new($"\"{Convert.ToHexStringLower(SHA256.HashData(contenido))[..16]}\""));
        }
    }
}
