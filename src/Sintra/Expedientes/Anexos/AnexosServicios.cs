using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Expedientes.Anexos;

public static class AnexosServicios
{
    /// <summary>Documents of files, events and convenios. Asks for <see cref="OpcionesDeAnexos"/>.</summary>
    public static IServiceCollection AddAnexos(this IServiceCollection services) => services
        .AddSingleton<Imagenes>()
        .AddSingleton<Antivirus>()
        .AddScoped<DuenosDeAdjuntos>()
        .AddScoped<LectorDeAdjunto>()
        .AddScoped<RevisionDeAdjunto>()
        .AddScoped<ArchivoDeAdjuntos>()
        .AddScoped<AgregarAdjuntoHandler>()
        .AddScoped<ListarAdjuntosHandler>()
        .AddScoped<AbrirAdjuntoHandler>()
        .AddScoped<RetirarAdjuntoHandler>();
}
