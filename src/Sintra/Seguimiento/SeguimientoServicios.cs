using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Seguimiento;

public static class SeguimientoServicios
{
    public static IServiceCollection AddSeguimiento(this IServiceCollection services) => services
        .AddScoped<RegistrarLlamadaHandler>()
        .AddScoped<CapturarLlamadaHandler>()
        .AddScoped<HechoDeLlamada>()
        .AddScoped<AbrirHechoDeLlamadaHandler>()
        .AddScoped<ListarLlamadasHandler>()
        .AddScoped<ReportesDelHechoHandler>()
        .AddScoped<AnotarReporteHandler>()
        .AddScoped<CanalizarReporteHandler>();

    extension(SintraDb db)
    {
        public DbSet<Llamada> Llamadas => db.Set<Llamada>();
        public DbSet<ReporteDeHecho> ReportesDeHecho => db.Set<ReporteDeHecho>();
        public DbSet<CanalizacionDeReporte> CanalizacionesDeReporte => db.Set<CanalizacionDeReporte>();
    }
}
