using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Expedientes;
using Sintra.Practica;
using Sintra.Tests.Arranque;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Practica;

/// <summary>The verb as an operator runs it. Nothing of it may loosen a register of real persons.</summary>
public sealed class PracticaTests
{
    private const string Cinta = "Sistema de práctica: personas ficticias";
    private const int Cuantos = 30;

    [Theory, AmbosMotores]
    public async Task Prepara_atiende_y_deja_entrar_con_cada_perfil_sin_segundo_factor(Motor motor)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(motor);
        await using var servicios = Clientes();
        var documento = await AtendiendoAsync(nueva, Cuantos, servicios, async (navegador, documento) =>
        {
            var puerta = await navegador.AbrirAsync("/entrar");
            puerta.Documento.QuerySelector(".s-cinta")!.TextContent.ShouldBe(Cinta);

            var cuenta = documento.GetProperty("cuentas").EnumerateArray().Single(c => c.GetProperty("perfil").GetString() == "ministerio_publico");
            var dentro = await Puerta.EntrarAsync(navegador, cuenta.GetProperty("correo").GetString()!, cuenta.GetProperty("password").GetString()!);
            dentro.Direccion.AbsolutePath.ShouldNotBe("/cuenta/segundo-factor");
            var lista = await navegador.AbrirAsync("/registro");
            lista.Direccion.AbsolutePath.ShouldBe("/registro");
            lista.Documento.QuerySelector(".s-cinta")!.TextContent.ShouldBe(Cinta);
            lista.Documento.QuerySelectorAll("a[href^='/expedientes/']").ShouldNotBeEmpty();
        });

        documento.GetProperty("escritos").GetInt32().ShouldBe(Cuantos);
        documento.GetProperty("cuentas").EnumerateArray().Select(c => c.GetProperty("perfil").GetString()).Distinct().Count().ShouldBe(18);

        await using (var db = nueva.Contexto())
        {
            (await db.Expedientes.CountAsync()).ShouldBe(Cuantos);
            (await db.Expedientes.Select(e => e.Institucion).Distinct().CountAsync()).ShouldBeGreaterThan(5);
            (await db.Expedientes.CountAsync(e => e.Estado == EstadoDeExpediente.Registrado)).ShouldBeInRange(20, 29);
            (await db.Secciones.CountAsync(s => s.Fila > 0)).ShouldBeGreaterThan(20);
        }

        var normal = await Proceso.OrdenAsync(nueva, "--urls", Direccion());
        (normal.Codigo, normal.Errores.Trim()).ShouldBe((78, "Esta base de datos es de un sistema de práctica, con personas ficticias. Ábrala con el verbo: practica; o diga otra carpeta con --datos DIR."));
        (await Proceso.OrdenAsync(nueva, "cuenta", "invitar", "--correo", "ana@example.org", "--institucion", "PGR", "--perfil", "ministerio_publico")).Codigo.ShouldBe(78);

        // Again: the same passwords, and only what is missing. Anew: other keys, so other passwords.
        var otra = await AtendiendoAsync(nueva, Cuantos + 5, servicios);
        otra.GetProperty("escritos").GetInt32().ShouldBe(5);
        Password(otra).ShouldBe(Password(documento));
        var anew = await AtendiendoAsync(nueva, 3, servicios, argumentos: "--reiniciar");
        (anew.GetProperty("escritos").GetInt32(), anew.GetProperty("expedientes").GetInt32()).ShouldBe((3, 3));
        Password(anew).ShouldNotBe(Password(documento));
    }

    [Theory]
    [InlineData(Motor.Sqlite, false)]
    [InlineData(Motor.Postgres, false)]
    [InlineData(Motor.Sqlite, true)]
    [InlineData(Motor.Postgres, true)]
    public async Task En_un_sistema_de_verdad_no_toca_nada(Motor motor, bool reiniciar)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(motor);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        (await Proceso.OrdenAsync(nueva, "cuenta", "invitar", "--correo", "ana@example.org", "--institucion", "PGR", "--perfil", "ministerio_publico")).Codigo.ShouldBe(0);
        var (lineas, llaves) = (await LineasAsync(), await File.ReadAllTextAsync(nueva.Datos.Llavero));

        var final = await Proceso.OrdenAsync(nueva, ["practica", "--expedientes", "1", "--json", .. reiniciar ? new[] { "--reiniciar" } : []]);

        final.Codigo.ShouldBe(78);
        final.Json.GetProperty("error").GetString()!.ShouldStartWith("La base de datos tiene datos que no son de un sistema de práctica, y no se tocan.");
        (await LineasAsync()).ShouldBe(lineas);
        (await File.ReadAllTextAsync(nueva.Datos.Llavero)).ShouldBe(llaves);

        async Task<(int, int)> LineasAsync()
        {
            await using var db = nueva.Contexto();
            return (await db.Asientos.CountAsync(), await db.Cuentas.CountAsync());
        }
    }

    [Fact]
    public async Task Una_base_con_tablas_de_otro_programa_tampoco_y_no_deja_llaves()
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Postgres);
        await using (var db = nueva.Contexto())
        {
            await db.Database.ExecuteSqlAsync($"create table ajena (a int)");
        }

        var final = await Proceso.OrdenAsync(nueva, "practica", "--expedientes", "1");

        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("no son de un sistema de práctica");
        File.Exists(nueva.Datos.Llavero).ShouldBeFalse();
    }

    [Fact]
    public async Task Unas_llaves_sin_su_base_no_se_usan_para_practicar()
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);

        var final = await Proceso.OrdenAsync(nueva, "practica", "--expedientes", "1");

        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("hay llaves que no son de un sistema de práctica");
    }

    /// <summary>No setting makes a register a practice system: the verb alone does.</summary>
    [Theory, AmbosMotores]
    public async Task Un_sistema_de_verdad_no_se_vuelve_de_practica_por_sus_ajustes(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor, ajustes: new Dictionary<string, string> { ["Practica"] = "true", ["ModoDePractica"] = "true", ["ModoDePractica:Activo"] = "true" });
        casa.Services.GetRequiredService<ModoDePractica>().Activo.ShouldBeFalse();
        (await casa.Navegador().AbrirAsync("/entrar")).Documento.QuerySelector(".s-cinta").ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() =>
            casa.EnAlcanceAsync(Sesion.DelSistema(""), sp => sp.GetRequiredService<CuentasDePractica>().PrepararAsync(Puerta.Ct)));
        await Should.ThrowAsync<InvalidOperationException>(() =>
            casa.EnAlcanceAsync(Sesion.DelSistema(""), sp => sp.GetRequiredService<PrepararPracticaHandler>().EjecutarAsync(1, Puerta.Ct)));
        (await casa.EnDbAsync(db => db.Cuentas.AnyAsync())).ShouldBeFalse();
    }

    /// <summary>A line with the name of the mark and no key behind it opens nothing to practice, and closes the register.</summary>
    [Theory, AmbosMotores]
    public async Task Una_marca_escrita_por_fuera_no_abre_la_practica(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await using (var db = casa.Base.Contexto())
        {
            db.Add(new Asiento { Carril = 15, N = 1, En = casa.Reloj.Ahora, Cuenta = CuentaId.Sistema, Suceso = nameof(PracticaIniciada), Datos = "{}", Mac = new byte[32] });
            await db.SaveChangesAsync();
        }

        var practica = await Proceso.OrdenAsync(casa.Base, "practica", "--expedientes", "1");
        practica.Codigo.ShouldBe(78);
        practica.Errores.ShouldContain("Las llaves de la carpeta de datos no son de esta base de práctica");
        (await Proceso.OrdenAsync(casa.Base, "--urls", Direccion())).Codigo.ShouldBe(78);
    }

    /// <summary>Database and folder are said apart: emptying the one never takes another's keys.</summary>
    [Theory, AmbosMotores]
    public async Task Reiniciar_no_borra_las_llaves_de_otra_instalacion(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await using var db = casa.Base.Contexto();
        db.Add(new Asiento { Carril = 15, N = 1, En = casa.Reloj.Ahora, Cuenta = CuentaId.Sistema, Suceso = nameof(PracticaIniciada), Datos = "{}", Mac = new byte[32] });
        await db.SaveChangesAsync();
        var llaves = await File.ReadAllTextAsync(casa.Datos.Llavero);

        var negada = await Should.ThrowAsync<ConfiguracionException>(() => new TerrenoDePractica(db, casa.Datos).VaciarAsync(Puerta.Ct));

        negada.Message.ShouldContain("no son de esta base de práctica");
        (await File.ReadAllTextAsync(casa.Datos.Llavero)).ShouldBe(llaves);
        (await db.Asientos.AnyAsync()).ShouldBeTrue();
    }

    private static string? Password(JsonElement documento) => documento.GetProperty("cuentas")[0].GetProperty("password").GetString();

    // Starts it, reads the one document that it answers, does what is asked and stops it in order.
    private static async Task<JsonElement> AtendiendoAsync(
        BaseDePruebas sobre, int cuantos, IServiceProvider servicios, Func<NavegadorHttp, JsonElement, Task>? accion = null, string? argumentos = null)
    {
        var direccion = Direccion();
        string[] args = ["practica", "--expedientes", cuantos.ToString(CultureInfo.InvariantCulture), "--json", "--urls", direccion, "--datos", sobre.Datos.Raiz];
        using var servidor = Proceso.Iniciar(sobre.Postgres, argumentos is null ? args : [.. args, argumentos]);
        try
        {
            var errores = servidor.StandardError.ReadToEndAsync();
            var linea = await servidor.StandardOutput.ReadLineAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
            if (linea?.StartsWith("{\"escritos\"", StringComparison.Ordinal) is not true)
            {
                throw new InvalidOperationException($"{linea}{await errores}");
            }

            var documento = JsonDocument.Parse(linea).RootElement;
            if (accion is not null)
            {
                var cliente = servicios.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PracticaTests));
                cliente.BaseAddress = new(direccion);
                using var navegador = new NavegadorHttp(cliente);
                await EsperarAsync(cliente, servidor);
                await accion(navegador, documento);
            }

            return documento;
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", servidor.Id.ToString(CultureInfo.InvariantCulture)]);
            await servidor.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        }
    }

    private static ServiceProvider Clientes()
    {
        var servicios = new ServiceCollection();
        servicios.AddHttpClient(nameof(PracticaTests)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() });
        return servicios.BuildServiceProvider();
    }

    private static async Task EsperarAsync(HttpClient cliente, Process servidor)
    {
        for (var reloj = Stopwatch.StartNew(); reloj.Elapsed < TimeSpan.FromMinutes(1) && !servidor.HasExited; await Task.Delay(100))
        {
            try
            {
                await cliente.GetAsync("/salud/viva");
                return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("It never listened.");
    }

    private static string Direccion()
    {
        using var oyente = new TcpListener(IPAddress.Loopback, 0);
        oyente.Start();
        return $"http://localhost:{((IPEndPoint)oyente.LocalEndpoint).Port}";
    }
}
