using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Sintra.Web.Cara;

/// <summary>What every page has in common: language, encoding, static files, compression and pages for what goes wrong.</summary>
public static class CaraServicios
{
    /// <summary>Dates and numbers are always written and read the Mexican way: 03/04 must not change its meaning with the language of the menus.</summary>
    internal const string CulturaDeDatos = "es-MX";

    public static IServiceCollection AddCara(this IServiceCollection servicios)
    {
        servicios.AddLocalization();
        servicios.TryAddSingleton<TimeProvider>(new RelojDeMexico());
        servicios.TryAddSingleton(ModoDePractica.No); // the ribbon asks; whoever serves a practice system has said so
        servicios.TryAddScoped<Sintra.Cuentas.SesionActual>(); // the ribbon and the page of failures ask whose it is; in a house without accounts, nobody's
        servicios.AddSingleton<Estaticos>();

        servicios.Configure<RequestLocalizationOptions>(opciones =>
        {
            opciones.DefaultRequestCulture = new RequestCulture(CulturaDeDatos);
            opciones.SupportedCultures = [new(CulturaDeDatos)];
            opciones.SupportedUICultures = [new(CulturaDeDatos), new("en")];

            // Only what a person chose: a shared computer's browser often says English though nobody in the office does.
            opciones.RequestCultureProviders = [new CustomRequestCultureProvider(contexto => Task.FromResult(Idioma.Elegido(contexto.Request)))];
        });

        servicios.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        servicios.Configure<MvcViewOptions>(o =>
        {
            o.HtmlHelperOptions.ClientValidationEnabled = false;
            o.HtmlHelperOptions.IdAttributeDotReplacement = Piezas.IdDeCampo.Separador;
        });

        // Over TLS too. Nothing secret is reflected beside what a stranger may write: tokens are encrypted anew in each answer.
        servicios.AddResponseCompression(o => o.EnableForHttps = true);
        servicios.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        servicios.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return servicios;
    }

    /// <summary>
    /// Goes after the security headers (static files need them too) and before <c>UseRouting</c>, <c>UseAuthentication</c> and
    /// <c>UseAuthorization</c>, all three written out: what these refuse must pass through here to become a page in words.
    /// </summary>
    public static WebApplication UseCara(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseEstaticos();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        return app;
    }
}
