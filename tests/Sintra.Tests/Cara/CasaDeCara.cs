using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sintra.Web.Cara;
using Sintra.Web.Seguridad;

namespace Sintra.Tests.Cara;

/// <summary>The pages of the face alone, with a session that each request chooses and no database: they must not need one.</summary>
public sealed class CasaDeCara : IAsyncLifetime
{
    private const string Anonima = "X-Anonima";

    private WebApplication _app = null!;

    public static string Raiz { get; } = BuscarRaiz();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Path.Combine(Raiz, "src", "Sintra.Web"),
            EnvironmentName = "Production",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(RequiereAttribute).Assembly);
        builder.Services.AddCara();
        builder.Services.AddSingleton(Piezas.Taller.Diccionario);
        builder.Services.AddScoped<Web.Pages.Expedientes.PalabrasDeExpediente>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(s => EsAnonima(s.GetRequiredService<IHttpContextAccessor>().HttpContext!) ? Sesion.Anonima : Registradora);
        builder.Services.AddAuthentication("prueba").AddScheme<AuthenticationSchemeOptions, Esquema>("prueba", null);
        builder.Services.AddAuthorization();
        builder.Services.AddScoped<IAuthorizationHandler, PermisoHandler>();

        _app = builder.Build();
        _app.UseCara();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapGet("/prueba/falla", string () => throw new InvalidOperationException("canario"));
        _app.MapPost("/prueba/falla", string () => throw new InvalidOperationException("canario"));
        _app.MapGet("/prueba/fuera-de-alcance", () => Results.NotFound());
        _app.MapGet("/prueba/estado/{codigo:int}", (int codigo) => Results.StatusCode(codigo));
        _app.MapGet("/prueba/identidad", () => "").WithMetadata(new RequiereAttribute(Permiso.IdentidadRevelar));
        _app.MapRazorPages();
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public HttpClient Cliente(bool conSesion = true)
    {
        var cliente = _app.GetTestClient();
        if (!conSesion)
        {
            cliente.DefaultRequestHeaders.Add(Anonima, "1");
        }

        return cliente;
    }

    public static async Task<IDocument> LeerAsync(HttpResponseMessage respuesta)
    {
        var texto = await respuesta.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(r => r.Content(texto));
    }

    private static Sesion Registradora { get; } =
        new(CuentaId.Sistema, "FEVIMTRA", "07", Alcance.Institucion, NivelDeIdentidad.Enmascarada, new HashSet<Permiso> { Permiso.ExpedienteRegistrar });

    private static bool EsAnonima(HttpContext contexto) => contexto.Request.Headers.ContainsKey(Anonima);

    private static string BuscarRaiz()
    {
        var carpeta = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(carpeta.FullName, "Sintra.slnx")))
        {
            carpeta = carpeta.Parent!;
        }

        return carpeta.FullName;
    }

    private sealed class Esquema(IOptionsMonitor<AuthenticationSchemeOptions> opciones, ILoggerFactory registro, UrlEncoder codificador)
        : AuthenticationHandler<AuthenticationSchemeOptions>(opciones, registro, codificador)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(EsAnonima(Context)
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new("sub", "1")], Scheme.Name)), Scheme.Name)));
    }
}
