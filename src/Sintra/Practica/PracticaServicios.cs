using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Practica;

public static class PracticaServicios
{
    /// <summary>Also where there is no practice: the mark is what an ordinary system refuses.</summary>
    public static IServiceCollection AddPractica(this IServiceCollection services) => services
        .AddScoped<MuestraDeExpediente>()
        .AddScoped<MarcaDePractica>()
        .AddScoped<CuentasDePractica>()
        .AddScoped<PrepararPracticaHandler>();
}
