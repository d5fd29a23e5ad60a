using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Expedientes;

public static class ExpedientesServicios
{
    /// <summary>The room's use cases and the parts they share; all live as long as one request.</summary>
    public static IServiceCollection AddExpedientes(this IServiceCollection services) => services
        .AddScoped<ArchivoDeRespuestas>()
        .AddScoped<EscritorDePagina>()
        .AddScoped<EscrituraDeExpediente>()
        .AddScoped<EscrituraDeHecho>()
        .AddScoped<EscrituraDeEntidad>()
        .AddScoped<FiltrosDerivados>()
        .AddScoped<CalidadAlNacer>()
        .AddScoped<ReparosDeCaptura>()
        .AddScoped<ComparadorDePagina>()
        .AddScoped<LectorDeExpediente>()
        .AddScoped<LectorDeHecho>()
        .AddScoped<ConsultarExpedienteHandler>()
        .AddScoped<ImpactoDeCambiosHandler>()
        .AddScoped<UsoDeVariableHandler>()
        .AddScoped<ConsultarHechoHandler>()
        .AddScoped<TareasDeExpediente>()
        .AddScoped<ResumenDePagina>()
        .AddScoped<AbrirHechoHandler>()
        .AddScoped<AmpliarHechoHandler>()
        .AddScoped<GuardarHechoHandler>()
        .AddScoped<AbrirExpedienteHandler>()
        .AddScoped<GuardarPaginaHandler>()
        .AddScoped<RegistrarExpedienteHandler>()
        .AddScoped<RevelarIdentidadHandler>()
        .AddScoped<OcultarIdentidadHandler>()
        .AddScoped<BuscarAntesDeRegistrarHandler>()
        .AddScoped<QuienHaConsultadoHandler>()
        .AddScoped<PersonasDelHechoHandler>()
        .AddScoped<MarcarDocumentosHandler>()
        .AddScoped<PropuestaDelHecho>()
        .AddScoped<RejillaDePersonas>()
        .AddScoped<RegistrarPersonasHandler>()
        .AddScoped<ListarExpedientesHandler>();
}
