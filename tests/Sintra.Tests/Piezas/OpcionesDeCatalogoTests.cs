using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

public sealed class OpcionesDeCatalogoTests : IAsyncLifetime
{
    private readonly WebApplication _app = Armar();
    private HttpClient _cliente = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _cliente = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Da_el_catalogo_entero_y_de_lo_que_se_escribe_no_recibe_nada()
    {
        var municipios = await ListaAsync("municipios");

        municipios.Count.ShouldBe(Taller.Diccionario.Catalogos["municipios"].Elegibles.Count());
        municipios["20067"].ShouldBe("Oaxaca de Juárez");
        (await ListaAsync("municipios?q=juarez&entidad=08")).ShouldBe(municipios);
        typeof(OpcionesDeCatalogo).GetMethod(nameof(OpcionesDeCatalogo.Listar))!.GetParameters().Select(p => p.Name).ShouldBe(["catalogo", "respuesta", "diccionario"]);
    }

    /// <summary>The page narrows by state with the beginning of the code.</summary>
    [Fact]
    public void La_clave_de_un_municipio_empieza_con_la_de_su_entidad() =>
        Taller.Diccionario.Catalogos["municipios"].Elegibles.ShouldAllBe(o => o.Codigo.StartsWith(o.Atributos["cve_ent"]) && o.Atributos["cve_ent"].Length == 2);

    [Fact]
    public async Task El_navegador_lo_guarda_y_pregunta_si_cambio()
    {
        using var primera = await _cliente.GetAsync("/diccionario/opciones/paises");
        using var pregunta = new HttpRequestMessage(HttpMethod.Get, "/diccionario/opciones/paises");
        pregunta.Headers.IfNoneMatch.Add(primera.Headers.ETag!);

        using var segunda = await _cliente.SendAsync(pregunta);

        primera.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        segunda.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await segunda.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lo_que_se_llama_igual_lleva_su_clave_y_el_lector_la_entiende()
    {
        var municipios = await ListaAsync("municipios");

        (municipios["20208"], municipios["20209"]).ShouldBe(("San Juan Mixtepec (20208)", "San Juan Mixtepec (20209)"));
        var leida = new LectorDeCaptura(Taller.Diccionario).Leer(
            [Taller.Diccionario["det_lugar"]],
            new Dictionary<string, IReadOnlyList<string>> { ["det_lugar.entidad"] = ["20"], ["det_lugar.municipio"] = ["San Juan Mixtepec (20209)"] },
            new(2026, 1, 1));
        leida.Fallas.ShouldBeEmpty();
        leida.Respuestas.Unicas["det_lugar"].Valor.ShouldBe(new ValorDeLugar(new("MX", "20", "20209")));
    }

    /// <summary>Every suggestion, typed back, is the option it came from.</summary>
    [Fact]
    public void Toda_opcion_de_un_catalogo_largo_vuelve_a_su_clave()
    {
        foreach (var variable in Taller.Diccionario.Variables.Where(v => v is { Tipo: TipoDeVariable.Opcion or TipoDeVariable.Opciones, Unidad: not UnidadDeVariable.Sistema }).DistinctBy(v => v.Catalogo))
        {
            var catalogo = Taller.Diccionario.CatalogoDe(variable)!;
            foreach (var opcion in catalogo.EsLargo ? catalogo.Elegibles : [])
            {
                var ruta = variable.Unidad == UnidadDeVariable.Fila ? $"{variable.Grupo}[1].{variable.Clave}" : variable.Clave;
                var leida = new LectorDeCaptura(Taller.Diccionario).Leer(
                    [variable], new Dictionary<string, IReadOnlyList<string>> { [ruta] = [catalogo.NombreInconfundible(opcion)] }, new(2026, 1, 1));

                leida.Fallas.ShouldBeEmpty();
                leida.Respuestas.Unicas.Values.Concat(leida.Respuestas.Filas.Values.SelectMany(f => f[0].Respuestas.Values)).Single().Valor
                    .ShouldBe(variable.Tipo == TipoDeVariable.Opcion ? new ValorDeOpcion(opcion.Codigo) : new ValorDeOpciones([opcion.Codigo]));
            }
        }
    }

    [Fact]
    public async Task Un_refugio_se_llama_por_su_clave_y_su_nombre_y_su_municipio_no_salen()
    {
        using var respuesta = await _cliente.GetAsync("/diccionario/opciones/instituciones");

        (await ListaAsync("instituciones"))["Refugio 014"].ShouldBe("Refugio 014");
        (await respuesta.Content.ReadAsStringAsync()).ShouldNotContain("Tapachula");
    }

    [Fact]
    public async Task Un_catalogo_desconocido_es_400() =>
        (await _cliente.GetAsync("/diccionario/opciones/no_existe")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public void Pide_una_cuenta() =>
        typeof(OpcionesDeCatalogo).GetMethod(nameof(OpcionesDeCatalogo.Listar))!.GetCustomAttributes(typeof(IAuthorizeData), inherit: true).ShouldHaveSingleItem();

    private async Task<Dictionary<string, string>> ListaAsync(string consulta) =>
        (await _cliente.GetFromJsonAsync<string[][]>($"/diccionario/opciones/{consulta}"))!.ToDictionary(f => f[0], f => f[1]);

    // Only the endpoint: who may call it is the matrix of permissions' test.
    private static WebApplication Armar()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization(o => o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());
        builder.Services.AddSingleton(ConRefugio());
        var app = builder.Build();
        app.UseAuthorization();
        app.MapCampos();
        return app;
    }

    private static DiccionarioVigente ConRefugio() => Armador.Armar(1,
    [
        .. Semilla.Elementos(),
        Elemento.De(ClaseDeElemento.Opcion, "instituciones/Refugio 014", 9_999, new Dictionary<string, string>
        {
            ["codigo"] = "Refugio 014", ["nombre"] = "Casa Esperanza de Tapachula", ["tipo"] = "ALB", ["cve_ent"] = "07",
        }),
    ]);
}
