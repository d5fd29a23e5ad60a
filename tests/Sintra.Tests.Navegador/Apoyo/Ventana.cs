using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>
/// A window of the browser. Whatever the console complains of (errors, refused styles and scripts, failed requests) is a failure
/// of the test when it is closed.
/// </summary>
public sealed partial class Ventana : IAsyncDisposable
{
    private static readonly string[] Graves = ["serious", "critical"];

    private readonly IBrowserContext _contexto;
    private readonly ConcurrentQueue<string> _quejas = new();

    private readonly bool _javaScript;

    // A tab closes itself alone; what it shares with the others stays.
    private bool _esPestana;

    private Ventana(Casa casa, IBrowserContext contexto, IPage pagina, bool javaScript) =>
        (Casa, _contexto, Pagina, _javaScript) = (casa, contexto, pagina, javaScript);

    public Casa Casa { get; }

    public IPage Pagina { get; }

    /// <summary>Address of every request, pages and those of scripts: none may carry a personal datum.</summary>
    public ConcurrentQueue<string> Visto { get; } = new();

    /// <summary>What has been typed into boxes: none of it may be in an address, and the window does not close otherwise.</summary>
    public ConcurrentQueue<string> Escrito { get; } = new();

    internal static async Task<Ventana> NuevaAsync(Casa casa, IBrowserContext contexto, bool javaScript)
    {
        var ventana = new Ventana(casa, contexto, await contexto.NewPageAsync(), javaScript);
        ventana.Pagina.Console += (_, mensaje) =>
        {
            // A page answered 404 or 422 on purpose is logged as an error of loading: the test asserts its status itself.
            if (mensaje.Type == "error" && !mensaje.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                ventana._quejas.Enqueue($"{ventana.Pagina.Url}: {mensaje.Text}");
            }
        };
        ventana.Pagina.PageError += (_, error) => ventana._quejas.Enqueue($"{ventana.Pagina.Url}: {error}");
        ventana.Pagina.RequestFailed += (_, peticion) =>
        {
            // Chromium gives up a download of the page it is leaving: that is no fault of the page.
            if (peticion.Failure != "net::ERR_ABORTED")
            {
                ventana._quejas.Enqueue($"{peticion.Url}: {peticion.Failure}");
            }
        };
        ventana.Pagina.Response += (_, respuesta) =>
        {
            if (respuesta.Status >= 500 || (respuesta.Status >= 400 && respuesta.Request.ResourceType != "document"))
            {
                ventana._quejas.Enqueue($"{respuesta.Url}: {respuesta.Status}");
            }
        };
        ventana.Pagina.Request += (_, peticion) => ventana.Visto.Enqueue(peticion.Url);
        return ventana;
    }

    /// <summary>Another tab of the same browser, signed in as this one.</summary>
    public async Task<Ventana> OtraPestanaAsync()
    {
        var otra = await NuevaAsync(Casa, _contexto, _javaScript);
        otra._esPestana = true;
        return otra;
    }

    public async Task IrAsync(string ruta, int estado = 200)
    {
        var respuesta = await Pagina.GotoAsync(ruta);
        respuesta!.Status.ShouldBe(estado, ruta);
        await NadaInaccesibleAsync();
    }

    /// <summary>Presses a button that leads to another page.</summary>
    public async Task OprimirAsync(string palabras)
    {
        await Pagina.GetByRole(AriaRole.Button, new() { Name = palabras }).First.ClickAsync();
        await LlegarAsync();
    }

    public async Task SeguirAsync(string palabras)
    {
        await Pagina.GetByRole(AriaRole.Link, new() { Name = palabras }).First.ClickAsync();
        await LlegarAsync();
    }

    // The modules have run by then. «load» also waits for pictures and fonts, and has been seen not to come on a starved machine.
    private Task LlegarAsync() => Pagina.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

    public Task EscribirAsync(string etiqueta, string valor) => EscribirAsync(Pagina.GetByLabel(etiqueta, new() { Exact = false }).First, valor);

    public Task EscribirAsync(ILocator caja, string valor)
    {
        Escrito.Enqueue(valor);
        return caja.FillAsync(valor);
    }

    /// <summary>Marks a radio or a tick box by the words beside it.</summary>
    public Task MarcarAsync(string etiqueta) => Pagina.GetByLabel(etiqueta, new() { Exact = true }).First.CheckAsync();

    /// <summary>The page as it stands passes axe without serious or critical findings. With JavaScript off axe cannot run: the same pages are checked with it on.</summary>
    public async Task NadaInaccesibleAsync()
    {
        if (!_javaScript)
        {
            return;
        }

        var hallazgos = (await Pagina.RunAxe()).Violations.Where(v => Graves.Contains(v.Impact));
        hallazgos.Select(v => $"{v.Id}: {v.Help} → {string.Join(" · ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty(Pagina.Url);
    }

    /// <summary>Keeps how the page looks, for people: <c>resultados/NAME-375.png</c> and <c>-1366.png</c>.</summary>
    public async Task RetratarAsync(string nombre)
    {
        var carpeta = Directory.CreateDirectory(Path.Combine(Fuentes.Raiz, "resultados")).FullName;
        var antes = Pagina.ViewportSize!;
        foreach (var ancho in (int[])[375, 1366])
        {
            await Pagina.SetViewportSizeAsync(ancho, 900);
            await Pagina.Mouse.WheelAsync(0, -100_000); // the bar stays where one has scrolled to
            await Pagina.ScreenshotAsync(new() { Path = Path.Combine(carpeta, $"{nombre}-{ancho}.png"), FullPage = true });
            var sobra = _javaScript && await Pagina.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            sobra.ShouldBeFalse($"{Pagina.Url} scrolls sideways at {ancho} px");
        }

        await Pagina.SetViewportSizeAsync(antes.Width, antes.Height);
    }

    public async Task<string> TextoAsync() => Blancos().Replace(await Pagina.Locator("body").InnerTextAsync(), " ");

    public async ValueTask DisposeAsync()
    {
        await (_esPestana ? Pagina.CloseAsync() : _contexto.CloseAsync());
        _quejas.ShouldBeEmpty();
        var palabras = Escrito.Where(e => e.Length > 2 && e.Any(char.IsLetter)).Distinct().ToList(); // a figure is in every key of a row
        Visto.Where(v => palabras.Any(p => WebUtility.UrlDecode(v).Contains(p, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty("what is typed is in an address");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blancos();
}
