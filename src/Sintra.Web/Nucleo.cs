using Npgsql;
using Sintra.Comun.Correo;
using Sintra.Consulta;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Intercambio;
using Sintra.Personas;
using Sintra.Practica;
using Sintra.Seguimiento;
using Sintra.Web.Operacion;

namespace Sintra.Web;

/// <summary>The rooms of the core: the same for the web server and for the verbs.</summary>
internal static class Nucleo
{
    /// <param name="crea">Whether an installation may be made where there is none.</param>
    /// <param name="modo">Whether it is a practice system; by default it is not.</param>
    /// <exception cref="ConfiguracionException">The data folder or the connection string cannot be used.</exception>
    public static IServiceCollection AddNucleo(this IServiceCollection services, IConfiguration configuracion, bool crea = true, ModoDePractica? modo = null) => services
        .AddSingleton(modo ?? ModoDePractica.No)
        .AddDatos(
            Postgres(configuracion.GetConnectionString("Postgres")),
            Carpeta(configuracion["Datos"] is { Length: > 0 } ruta ? ruta : "datos", crea, string.IsNullOrWhiteSpace(configuracion.GetConnectionString("Postgres"))))
        .AddSellos()
        .AddScoped<Esquema>()
        .AddBitacora()
        .AddDiccionario()
        .AddSingleton(_ => new DireccionPublica(Publica(configuracion))) // asked for by who writes links; the server asks at start
        .AddSingleton(configuracion.GetSection("Correo").Get<OpcionesDeCorreo>() ?? new())
        .AddSingleton(configuracion.GetSection("Acceso").Get<OpcionesDeAcceso>() ?? new())
        .AddCuentas()
        .AddSingleton(Anexos(configuracion))
        .AddExpedientes()
        .AddAnexos()
        .AddPersonas()
        .AddSeguimiento()
        .AddSingleton(Consulta(configuracion))
        .AddConsulta()
        .AddIntercambio()
        .AddPractica();

    /// <summary>Looks at the place before anything is made in it.</summary>
    /// <exception cref="ConfiguracionException">The connection string cannot be read.</exception>
    public static async Task EnTerrenoAsync(IConfiguration configuracion, DirectorioDeDatos directorio, Func<TerrenoDePractica, Task> accion)
    {
        await using var db = DatosServicios.SinBitacora(Postgres(configuracion.GetConnectionString("Postgres")), directorio);
        await accion(new(db, directorio));
    }

    private static DirectorioDeDatos Carpeta(string ruta, bool crea, bool conBase)
    {
        var hay = new DirectorioDeDatos(Path.GetFullPath(ruta));
        if (!crea && (conBase ? new[] { hay.Base, hay.Llavero } : [hay.Llavero]).FirstOrDefault(archivo => !File.Exists(archivo)) is { } falta)
        {
            throw new ConfiguracionException(
                $"En la carpeta de datos {hay.Raiz} no hay una instalación completa: falta {falta}. Diga la carpeta correcta con --datos DIR, o recupere ese archivo del respaldo; una instalación nueva se crea al arrancar, o con el verbo: migrar");
        }

        try
        {
            return DirectorioDeDatos.En(ruta);
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            throw new ConfiguracionException($"No se pudo crear la carpeta de datos «{ruta}»: revise sus permisos o diga otra con --datos DIR.", causa);
        }
    }

    /// <exception cref="ConfiguracionException">A setting of documents cannot be used.</exception>
    private static OpcionesDeAnexos Anexos(IConfiguration configuracion)
    {
        Exception? causa = null;
        try
        {
            var opciones = configuracion.GetSection("Anexos").Get<OpcionesDeAnexos>() ?? new();
            if (opciones.Sirven)
            {
                return opciones;
            }
        }
        catch (InvalidOperationException ilegible)
        {
            causa = ilegible;
        }

        throw new ConfiguracionException(
            "Un ajuste de Anexos no se puede leer. Anexos__ClamAv es servidor:puerto (clamav:3310) o la ruta de un socket (/run/clamav/clamd.ctl); Anexos__SiFalla, «cerrado» o «abierto»; Anexos__Segundos, de 1 a 300.", causa);
    }

    /// <exception cref="ConfiguracionException">A setting of searches cannot be used.</exception>
    private static OpcionesDeConsulta Consulta(IConfiguration configuracion)
    {
        Exception? causa = null;
        try
        {
            var opciones = configuracion.GetSection("Consulta").Get<OpcionesDeConsulta>() ?? new();
            if (opciones.Sirven)
            {
                return opciones;
            }
        }
        catch (InvalidOperationException ilegible)
        {
            causa = ilegible;
        }

        throw new ConfiguracionException("Un ajuste de Consulta no se puede leer. Consulta__PorIdentidadCadaHora es de 1 a 10000.", causa);
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
        var direcciones = Escucha.Direcciones(configuracion).Select(d => d.Direccion).ToList();
        Escucha.ExigirDireccionPublica(direcciones, ProxyDeConfianza.Leer(configuracion).Count > 0, configuracion);
        return Escucha.Publica(configuracion) ?? Escucha.DesdeEsteEquipo(direcciones.FirstOrDefault() ?? Escucha.PorOmision);
    }
}
