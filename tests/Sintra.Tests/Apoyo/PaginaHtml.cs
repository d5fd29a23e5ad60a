using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sintra.Tests.Apoyo;

/// <summary>A page as it was received.</summary>
public sealed class PaginaHtml(NavegadorHttp navegador, Uri direccion, HttpStatusCode estado, string html, IHtmlDocument documento)
{
    public Uri Direccion => direccion;

    public HttpStatusCode Estado => estado;

    public string Html => html;

    public IHtmlDocument Documento => documento;

    public string Titulo => documento.Title!;

    /// <summary>What a person reads, blanks folded.</summary>
    public string Texto { get; } = string.Join(' ', documento.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a printer gets: without what the style sheet for paper leaves out.</summary>
    public string EnPapel
    {
        get
        {
            var copia = (IHtmlDocument)documento.Clone(deep: true);
            foreach (var sobra in copia.QuerySelectorAll(".s-no-imprimir, .s-migas, .s-volver, .s-botones, .s-barra, .s-pie").ToList())
            {
                sobra.Remove();
            }

            return copia.Body!.OuterHtml;
        }
    }

    internal string FichaAntifalsificacion => documento.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"{direccion} has no form that posts");

    /// <summary>Follows the link with these words.</summary>
    public Task<PaginaHtml> SeguirAsync(string enlace, HttpStatusCode estado = HttpStatusCode.OK)
    {
        var destino = documento.QuerySelectorAll("a[href]").FirstOrDefault(a => a.TextContent.Contains(enlace, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{direccion} has no link «{enlace}»; it has: {Lista(documento.QuerySelectorAll("a[href]").Select(a => a.TextContent.Trim()))}");
        return navegador.AbrirAsync(new Uri(direccion, destino.GetAttribute("href")).ToString(), estado);
    }

    /// <summary>Fills in a form as a person would and sends it; fields not named keep what they show. Redirects are followed.</summary>
    /// <param name="campos">Name of field → value; several values tick several boxes. A field the form does not have is an error of the test.</param>
    /// <param name="boton">Words on the button pressed; by default the form's first.</param>
    /// <param name="formulario">CSS selector; by default the form that has the button, or the page's first inside <c>main</c>.</param>
    public Task<PaginaHtml> EnviarAsync(
        IReadOnlyDictionary<string, CampoDeFormulario>? campos = null,
        string? boton = null,
        string? formulario = null,
        HttpStatusCode estado = HttpStatusCode.OK)
    {
        var lleno = Formulario(boton, formulario).Llenar(campos ?? new Dictionary<string, CampoDeFormulario>());
        return navegador.SeguirAsync(lleno.Peticion(direccion), estado);
    }

    /// <summary>The same, but gives the bare answer and follows nothing.</summary>
    public Task<HttpResponseMessage> EnviarSinSeguirAsync(
        IReadOnlyDictionary<string, CampoDeFormulario>? campos = null, string? boton = null, string? formulario = null) =>
        navegador.Cliente.SendAsync(Formulario(boton, formulario).Llenar(campos ?? new Dictionary<string, CampoDeFormulario>()).Peticion(direccion));

    private FormularioHtml Formulario(string? boton, string? selector)
    {
        var candidatos = documento.QuerySelectorAll(selector ?? "form").OfType<IHtmlFormElement>().ToList();
        var pares = candidatos
            .Select(f => (Formulario: f, Boton: Botones(f).FirstOrDefault(b => boton is null || Palabras(b).Contains(boton, StringComparison.Ordinal))))
            .Where(par => par.Boton is not null)
            .OrderBy(par => par.Formulario.Closest("main") is null)
            .ToList();
        return pares.Count > 0
            ? new(pares[0].Formulario, pares[0].Boton!)
            : throw new InvalidOperationException($"{direccion} has no form with the button «{boton}»; buttons: {Lista(candidatos.SelectMany(Botones).Select(Palabras))}");
    }

    private static IEnumerable<IElement> Botones(IHtmlFormElement formulario) =>
        formulario.QuerySelectorAll("button:not([type=button]):not([type=reset]), input[type=submit]")
            .Concat(formulario.Id is { Length: > 0 } id ? formulario.Owner!.QuerySelectorAll($"button[form={id}]") : []);

    private static string Palabras(IElement boton) => boton is IHtmlInputElement entrada ? entrada.Value : boton.TextContent.Trim();

    private static string Lista(IEnumerable<string> palabras) => string.Join(" · ", palabras);
}
