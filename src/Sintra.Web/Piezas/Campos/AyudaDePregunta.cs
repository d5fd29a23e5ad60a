using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>
/// Help of a question: a link to what the dictionary says of its variable, which opens beside what is being typed. With script
/// (<c>ayuda.js</c>) the same text unfolds under the question, asked for when it is wanted: written out, the help of a long page weighs as much
/// as its questions.
/// </summary>
internal static class AyudaDePregunta
{
    private static readonly JsonSerializerOptions Formato = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Escribir(Lienzo l, Pregunta p)
    {
        if (p.Variable.Ayuda is null)
        {
            return;
        }

        l.H.Abrir("a", ("class", "s-ayuda"), ("href", $"/diccionario?seccion={p.Variable.Seccion}#{p.Variable.Clave}"), ("target", "_blank")).Texto(l.T("ayuda"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("a");
    }

    /// <summary>
    /// <c>GET /diccionario/ayuda/{clave}</c>: <c>{"lengua":"es-MX","partes":[["Definición","…"], …]}</c>; the language is there when it is not the
    /// reader's (help is data of the dictionary, Spanish in both). It holds nobody's data.
    /// </summary>
    [RequiereCuenta]
    public static IResult Leer(string clave, HttpResponse respuesta, [FromServices] DiccionarioVigente diccionario, [FromServices] IStringLocalizer<Recursos.Campos> textos)
    {
        if (diccionario.Buscar(clave)?.Ayuda is not { } ayuda)
        {
            return Results.NotFound();
        }

        (string Titulo, string Texto)[] partes =
        [
            ("ayuda_definicion", ayuda.Definicion), ("ayuda_cuando", ayuda.CuandoUsar), ("ayuda_ejemplo", ayuda.Ejemplo),
            ("ayuda_fuente", ayuda.Fuente), ("ayuda_cuenta", ayuda.ComoSeCuenta),
        ];
        respuesta.Headers.CacheControl = "private, no-cache";
        return Results.Json(
            new { lengua = QuienLee.EnIngles ? "es-MX" : null, partes = partes.Where(p => p.Texto.Length > 0).Select(p => (string[])[textos[p.Titulo], p.Texto]) },
            Formato);
    }
}
