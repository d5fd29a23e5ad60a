using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sintra.Cuentas;
using Sintra.Web.Seguridad;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>
/// Every endpoint asked by every seeded profile, and by nobody, against a table written by hand (<c>matriz.csv</c>): a permission put wrongly on a
/// page shows as a difference, for the table does not read it from the page. Posts carry a good token, so that who may comes to the page itself.
/// </summary>
public sealed partial class MatrizDePermisosTests(Casas casas)
{
    private const string Todos = "todos";

    // «metodo;ruta;perfiles»: keys of perfiles.csv separated by spaces, or «todos» for whoever may sign in or need not.
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Matriz = new(() => Fuentes.Leer("tests/Sintra.Tests/ReglasDeLaCasa/matriz.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(l => l.Split(';'))
        .ToDictionary(c => $"{c[0]} {c[1]}", c => c[2].Split(' ').ToHashSet()));

    public static TheoryData<string> Perfiles => [.. SembrarCuentasHandler.LeerPerfiles().Select(p => p.Perfil.Clave)];

    [Theory, MemberData(nameof(Perfiles))]
    public async Task Cada_perfil_entra_solamente_donde_dice_la_matriz(string perfil)
    {
        var casa = await casas.De(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", perfil);
        var navegador = await casa.YaDentroAsync(cuenta);
        var faltas = new List<string>();
        foreach (var punto in Puntos(casa))
        {
            foreach (var metodo in Metodos(punto))
            {
                var renglon = $"{metodo} /{punto.RoutePattern.RawText!.TrimStart('/')}";
                var respuesta = metodo == HttpMethod.Post ? await EnviarAsync(casa, cuenta, Ruta(punto)) : await navegador.PedirAsync(metodo, Ruta(punto));

                // A post that is refused before it comes to the page (400) proves nothing.
                var puede = respuesta.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    && (metodo != HttpMethod.Post || respuesta.StatusCode != HttpStatusCode.BadRequest);
                var debe = Matriz.Value.TryGetValue(renglon, out var quienes) ? quienes.Contains(Todos) || quienes.Contains(perfil) : !puede;
                if (puede != debe || (int)respuesta.StatusCode >= 500)
                {
                    var causa = (int)respuesta.StatusCode >= 500 ? casa.Registro.Lineas.LastOrDefault(l => l.Nivel >= LogLevel.Error)?.Texto : null;
                    faltas.Add($"{renglon}: {(int)respuesta.StatusCode}, {(quienes is null ? "not in the table" : debe ? "may" : "may not")} {causa}");
                }

                await VerificarPaginaAsync(respuesta);
            }
        }

        faltas.ShouldBeEmpty(perfil);
    }

    [Fact]
    public async Task La_matriz_no_nombra_lo_que_no_hay()
    {
        var casa = await casas.De(Motor.Sqlite);
        var (puntos, perfiles) = (Puntos(casa).SelectMany(p => Metodos(p).Select(m => $"{m} /{p.RoutePattern.RawText!.TrimStart('/')}")), Perfiles.Select(p => p.Data));

        Matriz.Value.Keys.Except(puntos).ShouldBeEmpty();
        Matriz.Value.Values.SelectMany(v => v).Except([.. perfiles, Todos]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Quien_no_ha_entrado_va_a_la_puerta()
    {
        var casa = await casas.De(Motor.Sqlite);
        var navegador = casa.Navegador();
        var faltas = new List<string>();
        foreach (var punto in Puntos(casa).Where(p => p.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            foreach (var metodo in Metodos(punto))
            {
                var respuesta = await navegador.PedirAsync(metodo, Ruta(punto));
                var aLaPuerta = respuesta.StatusCode == HttpStatusCode.Unauthorized
                    || (respuesta.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && respuesta.Headers.Location!.OriginalString.Contains("/entrar", StringComparison.Ordinal));
                if (!aLaPuerta)
                {
                    faltas.Add($"{metodo} {Ruta(punto)}: {(int)respuesta.StatusCode}");
                }
            }
        }

        faltas.ShouldBeEmpty();
    }

    // In a session of its own, for some of these posts end the one they come in.
    private static async Task<HttpResponseMessage> EnviarAsync(Casa casa, CuentaDePruebas cuenta, string ruta)
    {
        var navegador = await casa.YaDentroAsync(cuenta);
        return await navegador.EnviarCrudoAsync(ruta, await navegador.AbrirAsync("/"), []);
    }

    // Whatever the answer, a page is a page: title, one h1, nothing inline.
    private static async Task VerificarPaginaAsync(HttpResponseMessage respuesta)
    {
        if (respuesta.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var html = await respuesta.Content.ReadAsStringAsync();
            ReglasDePagina.Verificar(respuesta.RequestMessage!.RequestUri!, html, await new HtmlParser().ParseDocumentAsync(html));
        }
    }

    private static IEnumerable<RouteEndpoint> Puntos(Casa casa) => casa.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(p => p.Metadata.GetMetadata<RequiereAttribute>() is not null
            || p.Metadata.GetMetadata<RequiereCuentaAttribute>() is not null
            || p.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .DistinctBy(p => (Ruta(p), string.Join(',', Metodos(p))))
        .OrderBy(p => p.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }); // leaving asks for no token: it comes last

    // A page answers GET whether or not it has a handler for it, and POST where it has.
    private static IEnumerable<HttpMethod> Metodos(RouteEndpoint punto) => punto.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } pagina
        ? pagina.HandlerMethods.Select(m => new HttpMethod(m.HttpMethod.ToUpperInvariant())).Append(HttpMethod.Get).Distinct()
        : punto.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(m => new HttpMethod(m)) ?? [HttpMethod.Get, HttpMethod.Post];

    // Rows that nobody has: who may gets 404, who may not must not learn even that.
    private static string Ruta(RouteEndpoint punto) => "/" + Parametro().Replace(punto.RoutePattern.RawText!.TrimStart('/'), _ => "00000000-0000-7000-8000-00000000ffff");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parametro();
}
