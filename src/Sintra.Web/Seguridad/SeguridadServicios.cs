using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sintra.Comun.Correo;
using Sintra.Cuentas;
using Sintra.Web.Documentos;

namespace Sintra.Web.Seguridad;

/// <summary>Who enters, what every answer carries, and what is refused before any page.</summary>
internal static class SeguridadServicios
{
    /// <summary>Sessions, permissions, antiforgery and limits of the web server.</summary>
    public static IServiceCollection AddSeguridad(this IServiceCollection services, IConfiguration configuracion)
    {
        services.AddAuthentication(SesionDeServidorHandler.Esquema)
            .AddScheme<AuthenticationSchemeOptions, SesionDeServidorHandler>(SesionDeServidorHandler.Esquema, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()); // what nobody declared, nobody anonymous sees
        services.AddScoped<LoEscritoSinSesion>();
        services.AddScoped<IAuthorizationHandler, PermisoHandler>();
        services.AddHttpContextAccessor();
        services.AddOptions<IdentityPasskeyOptions>().Configure<DireccionPublica>(VerificadorDeLlaves.Configurar);
        services.AddScoped<IPasskeyHandler<Cuenta>, PasskeyHandler<Cuenta>>();
        services.AddScoped<IVerificadorDeLlaves, VerificadorDeLlaves>();
        services.AddHostedService<QuehaceresDeAcceso>();
        services.AddHostedService<RevisionDeCuentasPeriodica>();
        services.AddHostedService<RevisionDeBorradores>();
        services.AddHostedService<ComparacionDeExpedientes>();
        services.AddHostedService<AvisoDeBusquedas>();
        services.AddRateLimiter(o => LimiteDeAcceso.Configurar(o, configuracion));

        // These two names cannot follow the request, so they follow the installation's address.
        services.AddOptions<AntiforgeryOptions>().Configure<DireccionPublica>((o, direccion) => Endurecer(o.Cookie, "sintra-af", direccion));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<DireccionPublica>((o, direccion) => Endurecer(o.Cookie, "sintra-aviso", direccion));

        services.AddDataProtection();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            o.XmlRepository = new LlavesDelMarco(sp.GetRequiredService<IServiceScopeFactory>());
            o.XmlEncryptor = new CierreDelMarco(sp.GetRequiredService<Llavero>());
        }));
        return services;
    }

    /// <summary>First of all that answers: errors and static files carry the headers too.</summary>
    public static void UseCabeceras(this WebApplication app) => app.Use(Cabeceras.PasarAsync);

    /// <summary>After what makes pages of refusals, before the endpoints.</summary>
    public static void UseSeguridad(this WebApplication app)
    {
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(ExigirSegundoFactor.PasarAsync);
        app.Use(ExigirCompromisos.PasarAsync);
        app.Use(SoloMirar.PasarAsync);
        app.Use(ConservarLoEscrito.PasarAsync);
        app.UseAuthorization();
        app.Use(ExigirVerificacion.PasarAsync);
        app.Use(ExigirOrigen.PasarAsync);
        app.Use(Recepcion.PasarAsync);
    }

    public static void MapSeguridad(this IEndpointRouteBuilder app)
    {
        app.MapPost("/salir", SalirAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new TambienMirandoAttribute());
        app.MapPost("/pausa", PausarAsync)
            .WithMetadata(new RequiereCuentaAttribute(), new SinSegundoFactorAttribute(), new SinCompromisosAttribute(), new TambienMirandoAttribute());
        app.MapPost("/ver-como/terminar", TerminarDeMirarAsync).WithMetadata(new RequiereCuentaAttribute(), new TambienMirandoAttribute());
        RetosDeLlaves.Mapear(app);
    }

    /// <summary>On an installation without accounts, the first administrator's link on the console. After the tables stand, before serving.</summary>
    public static async Task PrepararCuentasAsync(IServiceProvider servicios, CancellationToken ct)
    {
        await using var ambito = servicios.CreateAsyncScope();
        ambito.ServiceProvider.GetRequiredService<Cartero>(); // says at once where the mail will go
        if (await ambito.ServiceProvider.GetRequiredService<CrearPrimeraAdministracionHandler>().EjecutarAsync(ct) is { } enlace)
        {
            // On the console and not in the log: logs are kept and sent about.
            await Console.Out.WriteLineAsync($"\nPrimera administración (sirve una vez, durante 24 horas):\n{enlace}\n".AsMemory(), ct);
        }
    }

    // Anonymous, so that a paused or expired session can be left too; without a token, which is bound to the session that has ended. Another
    // site cannot press it: ExigirOrigen hears where it comes from, and a browser that does not say keeps the strict cookie at home.
    private static async Task<RedirectHttpResult> SalirAsync(HttpContext contexto, CerrarSesionHandler cerrar, CancellationToken ct)
    {
        await cerrar.EjecutarAsync(Galleta.Leer(contexto), ct);
        Galleta.Quitar(contexto);
        contexto.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect("/entrar");
    }

    private static async Task<RedirectHttpResult> PausarAsync(HttpContext contexto, PausarSesionHandler pausar, SesionActual actual, CancellationToken ct)
    {
        var volver = (await contexto.Request.ReadFormAsync(ct))[Regreso.Parametro].ToString();
        await pausar.EjecutarAsync(actual.Vigente!, Regreso.Valido(volver) ? volver : null, ct);
        return TypedResults.LocalRedirect("/pausa");
    }

    private static async Task<RedirectHttpResult> TerminarDeMirarAsync(MirarComoHandler mirar, CancellationToken ct)
    {
        await mirar.TerminarAsync(ct);
        return TypedResults.LocalRedirect("/perfiles");
    }

    private static void Endurecer(CookieBuilder galleta, string nombre, DireccionPublica direccion)
    {
        galleta.Name = Galleta.Prefijo(direccion.EsSegura) + nombre;
        galleta.HttpOnly = true;
        galleta.IsEssential = true;
        galleta.SameSite = SameSiteMode.Strict;
        galleta.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        galleta.Path = "/";
    }
}
