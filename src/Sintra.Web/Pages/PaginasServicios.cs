using Microsoft.AspNetCore.Http.Features;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages;

internal static class PaginasServicios
{
    /// <summary>Razor pages, their questions, and what they share between a page and its view.</summary>
    public static IServiceCollection AddPaginas(this IServiceCollection services)
    {
        services.AddRazorPages();

        // A page with fifty rows has more fields than the framework's 1,024.
        services.Configure<FormOptions>(o => o.ValueCountLimit = 8192);
        return services
            .AddCampos()
            .AddScoped<FormularioDeExpediente>()
            .AddScoped<PalabrasDeExpediente>();
    }
}
