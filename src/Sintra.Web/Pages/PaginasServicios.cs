using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages;

internal static class PaginasServicios
{
    /// <summary>Razor pages, their questions, and what they share between a page and its view.</summary>
    public static IServiceCollection AddPaginas(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(o => o.Filters.Add<FormularioLegible>());
        return services
            .AddCampos()
            .AddScoped<FormularioDeExpediente>()
            .AddScoped<PalabrasDeExpediente>();
    }
}
