using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Pages.Instituciones;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages;

internal static class PaginasServicios
{
    /// <summary>Razor pages, their questions, and what they share between a page and its view.</summary>
    public static IServiceCollection AddPaginas(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.Conventions
            .AddPageRoute("/Perfiles/Editar", "/perfiles/copiar/{desde}")
            .AddPageRoute("/Expedientes/Pagina", "/expedientes/{expediente}/paginas/{pagina}/pantallas/{pantalla}")).AddMvcOptions(o =>
        {
            o.Filters.Add<FormularioLegible>();
            o.Filters.Add<SinFormularioNadaQueCorregir>();

            // They read names as jQuery writes them and fail on «a[b»; no page of the house is sent that way.
            o.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            o.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });

        services.AddSingleton<IConfigureOptions<MvcOptions>, MensajesDeEnlace>();

        // A page with fifty rows has more fields than the framework's 1,024.
        services.Configure<FormOptions>(o => o.ValueCountLimit = 8192);
        return services
            .AddCampos()
            .AddScoped<FormularioDeExpediente>()
            .AddScoped<Borradores.CapturasEnPagina>()
            .AddScoped<PalabrasDeExpediente>()
            .AddScoped<TareasEnPapel>()
            .AddScoped<PalabrasDeConvenio>()
            .AddScoped<Consulta.ColumnasDeConsulta>()
            .AddScoped<Consulta.CriteriosEnPantalla>()
            .AddScoped<Documentos.TamanoEnPalabras>()
            .AddScoped<Diccionario.ColumnasEnPantalla>();
    }
}
