using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Comun.Sellos;

public static class SellosServicios
{
    public static IServiceCollection AddSellos(this IServiceCollection servicios) => servicios
        .AddSingleton(sp => Llavero.AbrirOCrear(sp.GetRequiredService<DirectorioDeDatos>().Llavero, sp.GetRequiredService<TimeProvider>()))
        .AddSingleton<Sellos>()
        .AddScoped<LlavesAbiertas>()
        .AddScoped<RotarLlavesHandler>()
        .AddScoped<ComprobarLlaveroHandler>();
}
