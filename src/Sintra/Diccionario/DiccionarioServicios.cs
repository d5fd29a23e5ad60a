using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Diccionario;

public static class DiccionarioServicios
{
    /// <summary>The dictionary in force and its reader; the host runs <see cref="FuenteDelDiccionario.PrepararAsync"/> once, after the migrations.</summary>
    public static IServiceCollection AddDiccionario(this IServiceCollection servicios) => servicios
        .AddSingleton<FuenteDelDiccionario>()
        .AddScoped(proveedor => proveedor.GetRequiredService<FuenteDelDiccionario>().Vigente)
        .AddScoped<LectorDeCaptura>()
        .AddScoped<PrepararCambioHandler>()
        .AddScoped<DescartarCambioHandler>()
        .AddScoped<LeerElementoHandler>()
        .AddScoped<PublicarDiccionarioHandler>()
        .AddScoped<ProponerCambioHandler>()
        .AddScoped<DecidirPropuestaHandler>()
        .AddScoped<ListarPropuestasHandler>()
        .AddScoped<CambiosDeVersionHandler>();
}
