using Npgsql;
using Sintra.Comun.Correo;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Intercambio;
using Sintra.Seguimiento;
using Sintra.Web.Operacion;

namespace Sintra.Web;

/// <summary>The rooms of the core: the same for the web server and for the verbs.</summary>
internal static class Nucleo
{
    /// <exception cref="ConfiguracionException">The data folder, the connection string or the public address cannot be used.</exception>
    public static IServiceCollection AddNucleo(this IServiceCollection services, IConfiguration configuracion) => services
        .AddDatos(Postgres(configuracion.GetConnectionString("Postgres")), Carpeta(configuracion["Datos"] is { Length: > 0 } ruta ? ruta : "datos"))
        .AddSellos()
        .AddScoped<Esquema>()
        .AddBitacora()
        .AddDiccionario()
        .AddSingleton(new DireccionPublica(Publica(configuracion)))
        .AddSingleton(configuracion.GetSection("Correo").Get<OpcionesDeCorreo>() ?? new())
        .AddCuentas()
        .AddExpedientes()
        .AddSeguimiento()
        .AddIntercambio();

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

    /// <summary>What links in messages begin with: said by configuration, or the first address that is listened on, as seen from this machine.</summary>
    private static Uri Publica(IConfiguration configuracion)
    {
        if (configuracion["DireccionPublica"] is not { Length: > 0 } texto)
        {
            return Escucha.DesdeEsteEquipo(Escucha.Direcciones(configuracion).Select(d => d.Direccion).FirstOrDefault() ?? Escucha.PorOmision);
        }

        return Uri.TryCreate(texto, UriKind.Absolute, out var direccion) && (direccion.Scheme == Uri.UriSchemeHttps || direccion.Scheme == Uri.UriSchemeHttp)
            ? direccion
            : throw new ConfiguracionException("DireccionPublica no se entiende. Escriba la dirección con que las personas llegan a SINTRA, por ejemplo https://sintra.example.gob.mx");
    }
}
