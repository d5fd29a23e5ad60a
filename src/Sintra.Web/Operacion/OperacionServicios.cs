using Microsoft.AspNetCore.HostFiltering;

namespace Sintra.Web.Operacion;

/// <summary>How the process runs: configuration, addresses, TLS, proxy, console, health.</summary>
internal static class OperacionServicios
{
    /// <summary>Configuration from appsettings.json beside the program, the environment and <c>--key value</c>, in this order; the last wins.</summary>
    public static WebApplicationBuilder Constructor(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // Beside the program, wherever it is called from: the working folder is where «datos» goes.
        ContentRootPath = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
    });

    /// <exception cref="ConfiguracionException">It would listen in clear beyond loopback, or what is configured cannot be read.</exception>
    /// <param name="salidaPropia">Standard output is the answer's: the log goes beside.</param>
    public static void AddOperacion(this WebApplicationBuilder builder, bool salidaPropia = false)
    {
        var configuracion = builder.Configuration;
        Registros.Configurar(builder.Logging, builder.Environment, esOrden: salidaPropia);
        builder.WebHost.UseStaticWebAssets(); // without publishing, only Development would serve them from the sources

        var proxies = ProxyDeConfianza.Leer(configuracion);
        var direcciones = Escucha.Direcciones(configuracion);
        if (direcciones.Count == 0)
        {
            builder.WebHost.UseUrls(Escucha.PorOmision);
        }

        Escucha.Exigir(direcciones, proxies.Count > 0);
        Escucha.ExigirDireccionPublica(direcciones.Select(d => d.Direccion), proxies.Count > 0, configuracion);
        var publica = Escucha.Publica(configuracion);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            Tls.Configurar(o, configuracion);
        });

        // Names of this machine only, against a page elsewhere whose name is made to point here; and the installation's own, said by DireccionPublica or AllowedHosts.
        builder.Services.Configure<HostFilteringOptions>(o =>
        {
            if (configuracion["AllowedHosts"] is not { Length: > 0 })
            {
                string[] deEsteEquipo = ["localhost", "127.0.0.1", "[::1]"];
                o.AllowedHosts = [.. deEsteEquipo, .. publica is null ? [] : new[] { publica.Host }];
            }
        });
        builder.Services.Configure<ForwardedHeadersOptions>(o => ProxyDeConfianza.Configurar(o, proxies));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25)); // what is being saved gets saved
        builder.Services.AddHostedService<GuardiaDeBitacora>(); // the server's alone: verbs take their lanes when they first save
        builder.Services.AddHostedService<GuardiaDelDiccionario>();
        builder.Services.AddSingleton(new EscuchaPermitida(proxies.Count > 0, direcciones.Any(d => d.Certificado)));
    }

    /// <summary>First in the pipeline: everything after sees the client's own address and scheme.</summary>
    public static void UseOperacion(this WebApplication app)
    {
        if (app.Services.GetRequiredService<EscuchaPermitida>().HayProxy)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<RegistroDePeticiones>();
        app.Use(ExigirCifrado.PasarAsync);
    }

    public static void MapOperacion(this WebApplication app) => app.MapSalud();
}

/// <summary>What was decided when the process was configured, to be compared with what was really bound.</summary>
internal sealed record EscuchaPermitida(bool HayProxy, bool HayCertificado);
