using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Comun.Bitacora;

public static class BitacoraServicios
{
    public static IServiceCollection AddBitacora(this IServiceCollection servicios) => servicios
        .AddScoped<Bitacora>()
        .AddScoped<FirmarPuntoDeControlHandler>()
        .AddScoped<VerificarBitacoraHandler>();
}
