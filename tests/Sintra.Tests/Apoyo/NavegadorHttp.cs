using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sintra.Tests.Apoyo;

/// <summary>
/// A browser without JavaScript: keeps cookies, follows redirects, fills in the forms that a page really has.
/// Every page it sees is held to the house's rules for pages.
/// </summary>
/// <param name="causa">Why the house failed, for the message of a test that met a 500.</param>
public sealed class NavegadorHttp(HttpClient cliente, Func<string?>? causa = null) : IDisposable
{
    private readonly List<Uri> _historial = [];

    /// <summary>Every address asked for, redirects included: none may carry a personal datum.</summary>
    public IReadOnlyList<Uri> Historial => _historial;

    /// <summary>For what is not a page: files, health, a request made by hand.</summary>
    public HttpClient Cliente => cliente;

    /// <summary>Opens a page as if its address had been typed.</summary>
    /// <param name="estado">What the house must answer, after redirects.</param>
    public Task<PaginaHtml> AbrirAsync(string ruta, HttpStatusCode estado = HttpStatusCode.OK) =>
        SeguirAsync(new HttpRequestMessage(HttpMethod.Get, ruta), estado);

    /// <summary>The answer to the first request, redirects not followed.</summary>
    public Task<HttpResponseMessage> PedirAsync(HttpMethod metodo, string ruta, HttpContent? cuerpo = null) =>
        cliente.SendAsync(new HttpRequestMessage(metodo, ruta) { Content = cuerpo });

    /// <summary>
    /// Posts what no form of the house offers, with the antiforgery token of a page that this session has opened:
    /// what a hostile user would try.
    /// </summary>
    public Task<HttpResponseMessage> EnviarCrudoAsync(string ruta, PaginaHtml conFichaDe, IEnumerable<KeyValuePair<string, string>> campos) =>
        PedirAsync(HttpMethod.Post, ruta, new FormUrlEncodedContent([.. campos, new("__RequestVerificationToken", conFichaDe.FichaAntifalsificacion)]));

    internal async Task<PaginaHtml> SeguirAsync(HttpRequestMessage peticion, HttpStatusCode estado)
    {
        for (var salto = 0; salto < 10; salto++)
        {
            var respuesta = await cliente.SendAsync(peticion);
            _historial.Add(respuesta.RequestMessage!.RequestUri!);
            if (respuesta.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently))
            {
                return await LeerAsync(respuesta, estado);
            }

            peticion = new(HttpMethod.Get, new Uri(peticion.RequestUri is { IsAbsoluteUri: true } absoluta ? absoluta : cliente.BaseAddress!, respuesta.Headers.Location!));
        }

        throw new InvalidOperationException($"Too many redirects: {string.Join(" → ", _historial.TakeLast(10))}");
    }

    private async Task<PaginaHtml> LeerAsync(HttpResponseMessage respuesta, HttpStatusCode estado)
    {
        var direccion = respuesta.RequestMessage!.RequestUri!;
        var html = await respuesta.Content.ReadAsStringAsync();
        var documento = await new HtmlParser().ParseDocumentAsync(html);
        respuesta.StatusCode.ShouldBe(estado, $"{respuesta.RequestMessage.Method} {direccion}\n{((int)respuesta.StatusCode >= 500 ? causa?.Invoke() : null) ?? Resumen(html, documento)}");
        respuesta.Content.Headers.ContentType?.MediaType.ShouldBe("text/html", direccion.ToString());
        ReglasDePagina.Verificar(direccion, html, documento);
        return new(this, direccion, respuesta.StatusCode, html, documento);
    }

    private static string Resumen(string html, IHtmlDocument documento) =>
        documento.QuerySelector("[role=alert]")?.TextContent ?? (html.Length > 600 ? html[..600] : html);

    public void Dispose() => cliente.Dispose();
}

/// <summary>What holds for every page, whoever asks for it and whatever it says.</summary>
public static class ReglasDePagina
{
    public static void Verificar(Uri direccion, string html, IHtmlDocument documento)
    {
        var cual = direccion.ToString();
        html.ShouldNotContain(" style=", customMessage: $"{cual}: the content policy forbids inline styles");
        documento.QuerySelectorAll("style, script:not([src])").ShouldBeEmpty($"{cual}: the content policy forbids inline style and script");
        documento.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty($"{cual}: the content policy forbids event handlers in attributes");
        documento.QuerySelectorAll("h1").Length.ShouldBe(1, $"{cual}: one h1");
        documento.Title.ShouldNotBeNullOrWhiteSpace($"{cual}: a title");
        documento.DocumentElement.GetAttribute("lang").ShouldNotBeNullOrWhiteSpace($"{cual}: a language");
        documento.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty($"{cual}: an id is one element's");
    }
}
