using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Sintra.Comun.Datos;

public static class DatosServicios
{
    /// <summary>The database, the key ring and the clock: what every room stands on.</summary>
    /// <param name="postgres">Connection string; null keeps everything in the embedded database of <paramref name="datos"/>.</param>
    /// <exception cref="ConfiguracionException">The connection string cannot be read.</exception>
    public static IServiceCollection AddDatos(this IServiceCollection services, DirectorioDeDatos datos, string? postgres)
    {
        services.AddSingleton(datos);
        services.TryAddSingleton<TimeProvider, RelojDeMexico>();
        services.TryAddSingleton(sp => Llavero.AbrirOCrear(datos.Llavero, sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<Sellos.Sellos>();
        services.AddScoped<Esquema>();

        var conexion = Leer(postgres);
        return conexion is null
            ? services.AddDbContext<SintraDb, SintraDbSqlite>((sp, o) => o.UseSqlite($"Data Source={datos.Base}").AddInterceptors(sp.GetServices<IInterceptor>()))
            : services.AddDbContext<SintraDb, SintraDbPostgres>((sp, o) => o.UseNpgsql(conexion).AddInterceptors(sp.GetServices<IInterceptor>()));
    }

    // The message of the reader quotes what it could not read: it might be the password.
    private static string? Leer(string? postgres)
    {
        try
        {
            return postgres is null ? null : new NpgsqlConnectionStringBuilder(postgres).ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new ConfiguracionException("ConnectionStrings__Postgres no se puede leer. Escríbala así: Host=servidor;Database=sintra;Username=sintra;Password=…");
        }
    }
}
