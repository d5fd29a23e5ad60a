using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Tests.Comun;

namespace Sintra.Tests.Arranque;

public sealed class ServidorTests(Casas casas)
{
    [Theory]
    [InlineData("--urls http://0.0.0.0:5999", "Tls__Certificado")]
    [InlineData("--urls https://0.0.0.0:5999", "Tls__Certificado")]
    [InlineData("--urls https://0.0.0.0:5999 --Tls:Certificado /no/hay.pem --Tls:Clave /no/hay.pem --DireccionPublica https://sintra.example", "No se pudo leer el certificado")]
    [InlineData("--urls http://0.0.0.0:5999 --Proxy:DeConfianza 0.0.0.0/0", "Proxy__DeConfianza")]
    [InlineData("--urls http://0.0.0.0:5999 --Proxy:DeConfianza 10.0.0.5", "DireccionPublica")]
    [InlineData("--urls http://localhost:5999 --Proxy:DeConfianza 127.0.0.1", "DireccionPublica")]
    [InlineData("--urls https://0.0.0.0:5999 --Tls:Certificado c.pem --Tls:Clave c.pem --DireccionPublica http://sintra.example", "DireccionPublica")]
    public async Task Se_niega_a_arrancar_y_dice_que_poner(string args, string frase)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        var final = await Proceso.OrdenAsync(nueva, args.Split(' '));
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain(frase);
    }

    [Fact]
    public async Task Arranca_atiende_avisa_del_puerto_ocupado_y_se_detiene_en_orden()
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        var direccion = $"http://localhost:{PuertoLibre()}";
        using var servidor = Proceso.Iniciar(null, "--datos", nueva.Datos.Raiz, "--urls", direccion);
        var salida = servidor.StandardOutput.ReadToEndAsync();
        await using var servicios = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var cliente = servicios.GetRequiredService<IHttpClientFactory>().CreateClient();
        cliente.BaseAddress = new(direccion);

        (await EsperarAsync(cliente, servidor)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cliente.GetAsync("/salud/lista?q=CANARIO")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await cliente.GetAsync("/CANARIO?q=CANARIO");

        var segundo = await Proceso.OrdenAsync(nueva, "--urls", direccion);
        segundo.Codigo.ShouldBe(78);
        segundo.Errores.ShouldContain("ocupado");

        using var kill = Process.Start("kill", ["-TERM", servidor.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await servidor.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        servidor.ExitCode.ShouldBe(0);
        var registro = (await salida).Split('\n').Where(l => l.StartsWith('{')).ToList();
        registro.ShouldNotBeEmpty();
        registro.ForEach(linea => JsonDocument.Parse(linea).RootElement.GetProperty("LogLevel").GetString().ShouldNotBeNull());
        registro.ShouldContain(linea => linea.Contains("GET "));
        registro.ShouldAllBe(linea => !linea.Contains("CANARIO"));
    }

    [Theory, AmbosMotores]
    public async Task La_salud_dice_ok_y_nada_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var cliente = casa.CreateClient(new() { BaseAddress = new("https://localhost") });
        (await cliente.GetStringAsync("/salud/viva")).ShouldBe("""{"estado":"ok"}""");
        (await cliente.GetStringAsync("/salud/lista"))
            .ShouldBe("""{"estado":"ok","base_de_datos":"ok","esquema":"ok","llaves":"ok","bitacora":"ok"}""");
    }

    [Theory, AmbosMotores]
    public async Task Con_el_esquema_atrasado_no_esta_lista(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await casa.EnDbAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """));

        using var cliente = casa.CreateClient(new() { BaseAddress = new("https://localhost") });
        var respuesta = await cliente.GetAsync("/salud/lista");
        respuesta.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await respuesta.Content.ReadAsStringAsync())
            .ShouldBe("""{"estado":"no","base_de_datos":"ok","esquema":"no","llaves":"ok","bitacora":"ok"}""");
    }

    [Theory, AmbosMotores]
    public async Task Con_el_archivo_de_llaves_abierto_a_otros_no_esta_lista_y_al_cerrarlo_vuelve(Motor motor)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var casa = await Casa.NuevaAsync(motor);
        using var cliente = casa.CreateClient(new() { BaseAddress = new("https://localhost") });
        BaseDePrueba.DejarLeerATodos(casa.Datos.Llavero);

        var respuesta = await cliente.GetAsync("/salud/lista");
        respuesta.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await respuesta.Content.ReadAsStringAsync())
            .ShouldBe("""{"estado":"no","base_de_datos":"ok","esquema":"ok","llaves":"no","bitacora":"ok"}""");
        (await cliente.GetAsync("/entrar")).StatusCode.ShouldBe(HttpStatusCode.OK, "the keys held go on serving");

        BaseDePrueba.DejarSoloAlDueno(casa.Datos.Llavero);
        (await cliente.GetAsync("/salud/lista")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task El_nombre_de_la_direccion_publica_se_atiende()
    {
        await using var casa = await Casa.NuevaAsync(Motor.Sqlite, ajustes: new Dictionary<string, string> { ["DireccionPublica"] = "https://sintra.example" });
        using var cliente = casa.CreateClient(new() { BaseAddress = new("https://sintra.example") });
        (await cliente.GetAsync("/salud/viva")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Un_nombre_ajeno_no_se_atiende()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var cliente = casa.CreateClient(new() { BaseAddress = new("https://otro.example") });
        (await cliente.GetAsync("/salud/viva")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> EsperarAsync(HttpClient cliente, Process servidor)
    {
        for (var reloj = Stopwatch.StartNew(); reloj.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            if (servidor.HasExited)
            {
                throw new InvalidOperationException(await servidor.StandardError.ReadToEndAsync());
            }

            try
            {
                return await cliente.GetAsync("/salud/viva");
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("It never listened.");
    }

    private static int PuertoLibre()
    {
        using var oyente = new TcpListener(IPAddress.Loopback, 0);
        oyente.Start();
        return ((IPEndPoint)oyente.LocalEndpoint).Port;
    }
}
