namespace Sintra.Web;

/// <summary>The rooms of the core: the same for the web server and for the verbs.</summary>
internal static class Nucleo
{
    public static IServiceCollection AddNucleo(this IServiceCollection services, IConfiguration configuracion)
    {
        var datos = configuracion["Datos"] is { Length: > 0 } ruta ? ruta : "datos";
        return services
            .AddDatos(Carpeta(datos), configuracion.GetConnectionString("Postgres"))
            .AddScoped<Bitacora>();
    }

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
}
