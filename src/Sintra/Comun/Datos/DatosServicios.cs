using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sintra.Comun.Datos;

public static class DatosServicios
{
    public static IServiceCollection AddDatos(this IServiceCollection servicios, string? cadenaPostgres, DirectorioDeDatos directorio)
    {
        servicios.TryAddSingleton<TimeProvider, RelojDeMexico>();
        servicios.TryAddSingleton(directorio);
        return string.IsNullOrWhiteSpace(cadenaPostgres)
            ? servicios.AddDbContext<SintraDb, SintraDbSqlite>(o => o.UseSqlite($"Data Source={directorio.Base}"))
            : servicios.AddDbContext<SintraDb, SintraDbPostgres>(o => o.UseNpgsql(cadenaPostgres));
    }
}
