using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;

namespace Sintra.Personas;

public static class PersonasServicios
{
    /// <summary>One victim counted once: tokens of every file, comparing, verdicts.</summary>
    public static IServiceCollection AddPersonas(this IServiceCollection services) => services
        .AddSingleton<FuenteDeModelo>()
        .AddScoped<FichaDeExpediente>()
        .AddScoped<IRecetaDeTestigos, RecetaDePersona>()
        .AddScoped<LectorDeFichas>()
        .AddScoped<Agrupaciones>()
        .AddScoped<CompararExpedientesHandler>()
        .AddScoped<AprenderModeloHandler>()
        .AddScoped<CoincidenciasHandler>()
        .AddScoped<CompararCoincidenciaHandler>()
        .AddScoped<ConsultarPersonaHandler>()
        .AddScoped<DictaminarVinculoHandler>()
        .AddScoped<ConfirmarVinculoHandler>()
        .AddScoped<RevocarVinculoHandler>()
        .AddScoped<SolicitarVinculoHandler>()
        .AddScoped<AtenderSolicitudHandler>()
        .AddScoped<ListarSolicitudesHandler>();
}
