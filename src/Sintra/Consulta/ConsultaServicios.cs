using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;

namespace Sintra.Consulta;

public static class ConsultaServicios
{
    /// <summary>The room's use cases and the parts they share; all live as long as one request. Its settings are given by the host.</summary>
    public static IServiceCollection AddConsulta(this IServiceCollection services) => services
        .AddScoped<RecetaDeBusqueda>()
        .AddScoped<IRecetaDeTestigos>(sp => sp.GetRequiredService<RecetaDeBusqueda>())
        .AddScoped<CriteriosDelDiccionario>()
        .AddScoped<LectorDeCriterios>()
        .AddScoped<FiltroDeExpedientes>()
        .AddScoped<BusquedasPorIdentidadPropias>()
        .AddScoped<HalladosPorIdentidad>()
        .AddScoped<BuscarPorIdentidadHandler>()
        .AddScoped<BuscarExpedientesHandler>()
        .AddScoped<ContarExpedientesHandler>()
        .AddScoped<ExportarExpedientesHandler>()
        .AddScoped<BusquedasGuardadasHandler>()
        .AddScoped<AvisarBusquedasHandler>();
}
