using Npgsql;

namespace Sintra.Web;

/// <summary>The rooms of the core: the same for the web server and for the verbs.</summary>
internal static class Nucleo
{
    /// <exception cref="ConfiguracionException">The data folder or the connection string cannot be used.</exception>
    public static IServiceCollection AddNucleo(this IServiceCollection services, IConfiguration configuracion) => services
        .AddDatos(Postgres(configuracion.GetConnectionString("Postgres")), Carpeta(configuracion["Datos"] is { Length: > 0 } ruta ? ruta : "datos"))
        .AddSellos()
        .AddScoped<Esquema>()
        .AddScoped<Bitacora>();

    private static DirectorioDeDatos Carpeta(string ruta)
    {
        try
        {
            return DirectorioDeDatos.En(ruta);
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            throw new ConfiguracionException($"No se pudo crear la carpeta de datos «{ruta}»: revise sus permisos o diga otra con --datos DIR.", causa);
        }
    }

    // The message of the reader quotes what it could not read, which might be the password: it is not passed on.
    private static string? Postgres(string? cadena)
    {
        try
        {
            return string.IsNullOrWhiteSpace(cadena) ? null : new NpgsqlConnectionStringBuilder(cadena).ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new ConfiguracionException("ConnectionStrings__Postgres no se puede leer. Escríbala así: Host=servidor;Database=sintra;Username=sintra;Password=…");
        }
    }
}
