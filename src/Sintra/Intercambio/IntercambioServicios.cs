using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Intercambio;

public static class IntercambioServicios
{
    public static IServiceCollection AddIntercambio(this IServiceCollection services) => services
        .AddScoped<InvitarCuentasHandler>()
        .AddScoped<ClaseDeArchivo, LectorDeLlamadas>()
        .AddScoped<ClaseDeArchivo, LectorDeHechos>()
        .AddScoped<ClaseDeArchivo, LectorDeFormas>()
        .AddScoped<ClaseDeArchivo, LectorDeLugares>()
        .AddScoped<ClaseDeArchivo, LectorDeCanalizaciones>()
        .AddScoped<ClaseDeArchivo, LectorDeVictimas>()
        .AddScoped<CargadorDeArchivo>()
        .AddScoped(sp => new CargarCarpetaHandler(
            sp.GetRequiredService<SintraDb>(),
            sp.GetServices<ClaseDeArchivo>(),
            sp.GetRequiredService<CargadorDeArchivo>(),
            sp.GetRequiredService<PuedeCargarHandler>()));
}
