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

    [Theory]
    [InlineData("paises?q=mexi", "México")]
    [InlineData("paises?q=MÉXICO", "México")]
    [InlineData("municipios?q=juarez&entidad=08", "Juárez")]
    [InlineData("municipios?q=oaxaca de juarez", "Oaxaca de Juárez")]
    [InlineData("instituciones?q=FEVIM", "Fiscalía Especial")]
    public async Task Sugiere_sin_acentos_ni_mayusculas(string consulta, string primera) =>
        (await Sugerir(consulta))[0].Nombre.ShouldStartWith(primera);

    [Fact]
    public async Task Da_doce_cuando_mucho_y_solo_de_la_entidad_pedida()
    {
        var sugerencias = await Sugerir("municipios?q=san&entidad=20");

        sugerencias.Length.ShouldBe(12);
        sugerencias.ShouldAllBe(s => s.Codigo.StartsWith("20"));
    }

    [Fact]
    public async Task Lo_que_se_llama_igual_lleva_su_clave_y_el_lector_la_entiende()
    {
        var sugerencias = await Sugerir("municipios?q=san juan mixtepec&entidad=20");

        sugerencias.Take(2).Select(s => s.Nombre).ShouldBe(["San Juan Mixtepec (20208)", "San Juan Mixtepec (20209)"], ignoreOrder: true);
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
    public async Task Un_refugio_se_llama_por_su_clave_y_no_se_halla_por_su_nombre_ni_su_municipio()
    {
        (await Sugerir("instituciones?q=casa esperanza")).ShouldBeEmpty();
        (await Sugerir("instituciones?q=tapachula")).ShouldBeEmpty();
        (await Sugerir("instituciones?q=refugio 0&entidad=07")).ShouldBe([new("Refugio 014", "Refugio 014")]);
    }

    [Theory]
    [InlineData("no_existe?q=a")]
    [InlineData("paises?q=" + Largo)]
    public async Task Un_catalogo_desconocido_o_un_texto_desmedido_es_400(string consulta) =>
        (await _cliente.GetAsync($"/diccionario/opciones/{consulta}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public void Pide_una_cuenta() =>
        typeof(OpcionesDeCatalogo).GetMethod(nameof(OpcionesDeCatalogo.Buscar))!.GetCustomAttributes(typeof(IAuthorizeData), inherit: true).ShouldHaveSingleItem();

    private const string Largo = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private async Task<Sugerencia[]> Sugerir(string consulta) =>
        (await _cliente.GetFromJsonAsync<Sugerencia[]>($"/diccionario/opciones/{consulta}"))!;

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
