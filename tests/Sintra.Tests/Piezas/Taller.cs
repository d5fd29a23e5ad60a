using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

/// <summary>Renders questions without a server and reads them as a browser would.</summary>
internal static class Taller
{
    public static readonly DiccionarioVigente Diccionario = Semilla.Leer();

    /// <summary>Pages whose questions come from the dictionary.</summary>
    public static readonly IReadOnlyList<string> Paginas =
        [.. Diccionario.Paginas.Where(p => Diccionario.DePagina(p.Clave).Any()).Select(p => p.Clave)];

    public static IStringLocalizer Textos { get; } = new ServiceCollection()
        .AddLogging()
        .AddCampos()
        .BuildServiceProvider()
        .GetRequiredService<IStringLocalizer<Sintra.Web.Recursos.Campos>>();

    private static readonly HtmlEncoder Codificador = HtmlEncoder.Create(UnicodeRanges.All);

    public static FormularioDePagina Formulario(string pagina, Respuestas? guardadas = null, IContextoDeCondicion? contexto = null) => new()
    {
        Diccionario = Diccionario,
        Variables = Diccionario.DePagina(pagina),
        Lectura = Lectura.Entera,
        Contexto = contexto ?? Contexto(pagina),
        Guardadas = guardadas ?? Respuestas.Vacias,
    };

    public static string Html(FormularioDePagina formulario)
    {
        using var salida = new StringWriter(CultureInfo.InvariantCulture);
        var lienzo = new Lienzo(new(salida, Codificador), Textos, formulario.Diccionario);
        foreach (var bloque in formulario.Armar(Textos))
        {
            if (bloque is GrupoDeFilas grupo)
            {
                Filas.Escribir(lienzo, grupo);
            }
            else
            {
                Marco.Escribir(lienzo, (Pregunta)bloque);
            }
        }

        return salida.ToString();
    }

    public static IHtmlDocument Documento(FormularioDePagina formulario) =>
        new HtmlParser().ParseDocument($"<!doctype html><html lang=\"es-MX\"><body><form>{Html(formulario)}</form></body></html>");

    /// <summary>What a browser without script would send.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Envio(FormularioDePagina formulario) =>
        Documento(formulario).QuerySelectorAll("input, select, textarea")
            .SelectMany(e => e switch
            {
                _ when e.HasAttribute("disabled") => Enumerable.Empty<(string Nombre, string Valor)>(),
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
                IHtmlInputElement caja => [(caja.Name!, caja.Value)],
                IHtmlSelectElement lista => [(lista.Name!, lista.Value!)],
                IHtmlTextAreaElement texto => [(texto.Name!, texto.Value)],
                _ => throw new InvalidOperationException(e.TagName),
            })
            .GroupBy(c => c.Nombre, c => c.Valor)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]);

    /// <summary>Answers of other pages under which every question of this one is asked.</summary>
    public static IContextoDeCondicion Contexto(string pagina) => new ContextoDeCondicion(Diccionario, new Dictionary<string, Respuesta>(), new Dictionary<string, Respuesta>
    {
        ["mayoria_registro"] = Respuesta.Con(new ValorDeOpcion(pagina == "procuraduria_nna" ? "PRESUNTA" : "ADULTA")),
        ["nivel_identificacion"] = Respuesta.Con(new ValorDeOpcion("ID")),
        ["sexo"] = Respuesta.Con(new ValorDeOpcion("M")),
        ["elementos_difiere"] = Respuesta.Con(new ValorDeOpcion("SI")),
    });
}
