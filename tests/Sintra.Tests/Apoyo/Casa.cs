using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Sintra.Tests.Apoyo;

/// <summary>The whole house, running as in production on a database and a data folder of its own.</summary>
public sealed class Casa : WebApplicationFactory<Program>
{
    private readonly BaseDePruebas _base;
    private readonly LogLevel _detalle;
    private readonly Dictionary<string, string> _ajustes;

    private readonly Action<IServiceCollection>? _servicios;

    private Casa(BaseDePruebas laBase, LogLevel detalle, Dictionary<string, string> ajustes, Action<IServiceCollection>? servicios) =>
        (_base, _detalle, _ajustes, _servicios) = (laBase, detalle, ajustes, servicios);

    public Motor Motor => _base.Motor;

    public BaseDePruebas Base => _base;

    public DirectorioDeDatos Datos => _base.Datos;

    public RelojDePruebas Reloj { get; } = new();

    public RegistroEnMemoria Registro { get; } = new();

    public OrdenesEjecutadas Ordenes { get; } = new();

    /// <summary>Migrated and started, without accounts or files.</summary>
    /// <param name="detalle">Least level kept in <see cref="Registro"/>.</param>
    /// <param name="kestrel">A real server on loopback instead of one in memory.</param>
    /// <param name="certificado">With it the real server speaks TLS.</param>
    /// <param name="puerto">Where the real server listens, and what its public address says; 0 for any, which the public address cannot say.</param>
    /// <param name="ajustes">Settings of the installation, over those of the tests.</param>
    /// <param name="servicios">What this house alone has otherwise.</param>
    public static async Task<Casa> NuevaAsync(
        Motor motor,
        LogLevel detalle = LogLevel.Information,
        bool kestrel = false,
        X509Certificate2? certificado = null,
        int puerto = 0,
        IReadOnlyDictionary<string, string>? ajustes = null,
        Action<IServiceCollection>? servicios = null)
    {
        var laBase = await BaseDePruebas.NuevaAsync(motor);
        await laBase.MigrarAsync();
        var casa = new Casa(laBase, detalle, new(ajustes ?? new Dictionary<string, string>()), servicios);
        casa._ajustes.TryAdd("DireccionPublica", (kestrel && certificado is null ? "http://localhost" : "https://localhost") + (puerto > 0 ? $":{puerto}" : ""));
        casa._ajustes.TryAdd("Acceso:IntentosPorMinuto", "100000"); // all tests come from one address
        if (kestrel)
        {
            casa.UseKestrel(o => o.Listen(IPAddress.Loopback, puerto, l =>
            {
                if (certificado is not null)
                {
                    l.UseHttps(certificado);
                }
            }));
        }

        casa.StartServer();
        return casa;
    }

    /// <summary>Where the real server listens; «localhost» and not its number, for an address is no valid relying party.</summary>
    public Uri Direccion
    {
        get
        {
            var propia = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return new($"{propia.Scheme}://localhost:{propia.Port}");
        }
    }

    /// <summary>A browser without JavaScript, in memory, over TLS as in production, with a cookie jar of its own.</summary>
    public NavegadorHttp Navegador(CookieContainer? cookies = null) =>
        new(
            CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(cookies ?? new())),
            () => Registro.Lineas.LastOrDefault(l => l.Nivel >= LogLevel.Error)?.Texto);

    public async Task<T> EnDbAsync<T>(Func<SintraDb, Task<T>> accion)
    {
        await using var alcance = Services.CreateAsyncScope();
        return await accion(alcance.ServiceProvider.GetRequiredService<SintraDb>());
    }

    public Task EnDbAsync(Func<SintraDb, Task> accion) => EnDbAsync(async db =>
    {
        await accion(db);
        return 0;
    });

    /// <summary>What a handler does for whoever is asking, without pages between.</summary>
    public async Task<T> EnAlcanceAsync<T>(Sesion sesion, Func<IServiceProvider, Task<T>> accion)
    {
        await using var alcance = Services.CreateAsyncScope();
        alcance.ServiceProvider.GetRequiredService<SesionDePruebas>().Valor = sesion;
        return await accion(alcance.ServiceProvider);
    }

    public Task EnAlcanceAsync(Sesion sesion, Func<IServiceProvider, Task> accion) => EnAlcanceAsync(sesion, async servicios =>
    {
        await accion(servicios);
        return 0;
    });

    /// <summary>Stops this house, which is not to be used any more, and starts another on its data: what a restart does.</summary>
    public async Task<Casa> ReiniciarAsync()
    {
        await base.DisposeAsync();
        var otra = new Casa(_base, _detalle, _ajustes, _servicios);
        otra.StartServer();
        return otra;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets(); // by itself only Development serves them from the sources
        builder.UseSetting("Datos", Datos.Raiz);
        foreach (var (clave, valor) in _ajustes)
        {
            builder.UseSetting(clave, valor);
        }

        if (_base.Postgres is not null)
        {
            builder.UseSetting("ConnectionStrings:Postgres", _base.Postgres);
        }

        builder.ConfigureLogging(registro => registro.ClearProviders().AddProvider(Registro).SetMinimumLevel(_detalle));
        builder.ConfigureTestServices(servicios =>
        {
            servicios.Replace(ServiceDescriptor.Singleton<TimeProvider>(Reloj));
            _servicios?.Invoke(servicios);
            servicios.ConfigureDbContext<SintraDbSqlite>(o => o.AddInterceptors(Ordenes), ServiceLifetime.Singleton);
            servicios.ConfigureDbContext<SintraDbPostgres>(o => o.AddInterceptors(Ordenes), ServiceLifetime.Singleton);
            servicios.AddScoped<SesionDePruebas>();
            var deLaPeticion = servicios.Last(s => s.ServiceType == typeof(Sesion)).ImplementationFactory!;
            servicios.AddScoped(sp => sp.GetRequiredService<SesionDePruebas>().Valor ?? (Sesion)deLaPeticion(sp));
        });
    }

    private sealed class SesionDePruebas
    {
        public Sesion? Valor { get; set; }
    }
}
