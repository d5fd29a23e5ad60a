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

/// <summary>Every endpoint asked by every seeded profile, and by nobody: who may gets in, who may not gets 403, who has not signed in is sent to sign in.</summary>
public sealed partial class MatrizDePermisosTests(Casas casas)
{
    public static TheoryData<string> Perfiles => [.. SembrarCuentasHandler.LeerPerfiles().Select(p => p.Perfil.Clave)];

    [Theory, MemberData(nameof(Perfiles))]
    public async Task Cada_perfil_entra_solamente_donde_su_permiso_lo_dice(string perfil)
    {
        var casa = await casas.De(Motor.Sqlite);
        var permisos = SembrarCuentasHandler.LeerPerfiles().Single(p => p.Perfil.Clave == perfil).Permisos.ToHashSet();
        var sesion = Sesion.Anonima with { Permisos = permisos };
        var navegador = await casa.ComoAsync("FEVIMTRA", perfil);
        var faltas = new List<string>();
        foreach (var punto in Puntos(casa))
        {
            var puede = punto.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || punto.Metadata.GetOrderedMetadata<RequiereAttribute>().All(r => r.SeCumple(sesion));
            foreach (var metodo in Metodos(punto))
            {
                var respuesta = await navegador.PedirAsync(metodo, Ruta(punto));
                var negado = respuesta.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
                if (negado == puede || (int)respuesta.StatusCode >= 500)
                {
                    var causa = (int)respuesta.StatusCode >= 500 ? casa.Registro.Lineas.LastOrDefault(l => l.Nivel >= LogLevel.Error)?.Texto : null;
                    faltas.Add($"{metodo} {Ruta(punto)}: {(int)respuesta.StatusCode}, {(puede ? "may" : "may not")} {causa}");
                }

                await VerificarPaginaAsync(respuesta);
            }
        }

        faltas.ShouldBeEmpty(perfil);
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

    // A page answers GET, and POST where it has a handler for it.
    private static IEnumerable<HttpMethod> Metodos(RouteEndpoint punto) => punto.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } pagina
        ? pagina.HandlerMethods.Select(m => new HttpMethod(m.HttpMethod.ToUpperInvariant())).Distinct()
        : punto.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(m => new HttpMethod(m)) ?? [HttpMethod.Get, HttpMethod.Post];

    // Rows that nobody has: who may gets 404, who may not must not learn even that.
    private static string Ruta(RouteEndpoint punto) => "/" + Parametro().Replace(punto.RoutePattern.RawText!.TrimStart('/'), _ => "00000000-0000-7000-8000-00000000ffff");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parametro();
}
