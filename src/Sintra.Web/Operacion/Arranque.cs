using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Practica;

namespace Sintra.Web.Operacion;

/// <summary>From a configured application to one that serves, or a sentence that says what is missing.</summary>
internal static class Arranque
{
    /// <summary>The code of <c>sysexits.h</c> for «not configured».</summary>
    public const int SinConfigurar = 78;

    /// <summary>The key ring is opened (made the first time), the database brought up to date, and what the program brings is stored in it.</summary>
    /// <exception cref="ConfiguracionException">Either cannot be used as it is.</exception>
    public static async Task PrepararAsync(IServiceProvider servicios, CancellationToken ct, Preparacion preparacion = Preparacion.Completa)
    {
        await ConLlaveroAsync(servicios, () => Task.FromResult(servicios.GetRequiredService<Llavero>()));
        if (preparacion is Preparacion.SoloLlaves)
        {
            return;
        }

        await using var ambito = servicios.CreateAsyncScope();
        var esquema = ambito.ServiceProvider.GetRequiredService<Esquema>();
        if (servicios.GetRequiredService<ModoDePractica>().Activo)
        {
            await esquema.MigrarAsync(ct); // nothing in it needs a backup first
        }
        else
        {
            await esquema.PrepararAsync(ct);
        }

        if (preparacion is Preparacion.SoloLectura)
        {
            return;
        }

        await ambito.ServiceProvider.GetRequiredService<MarcaDePractica>().ExigirAsync(ct);
        await ConLlaveroAsync(servicios, async () =>
        {
            await ambito.ServiceProvider.GetRequiredService<ComprobarLlaveroHandler>().EjecutarAsync(ct);
            return true;
        });
        await servicios.GetRequiredService<Carriles>().AbrirAsync(ct);
        await servicios.GetRequiredService<FuenteDelDiccionario>().PrepararAsync(ct);
        await ambito.ServiceProvider.GetRequiredService<SembrarCuentasHandler>().EjecutarAsync(ct);
    }

    /// <summary>Serves until told to stop; what is under way is finished first.</summary>
    /// <exception cref="ConfiguracionException">The port is taken, or the server came to listen where it must not.</exception>
    public static async Task CorrerAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException causa) when (causa.InnerException is AddressInUseException)
        {
            throw new ConfiguracionException($"El puerto ya está ocupado. Detenga el otro programa o diga otro: --urls http://localhost:5081", causa);
        }

        var permitida = app.Services.GetRequiredService<EscuchaPermitida>();
        var reales = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        try
        {
            Escucha.Exigir(reales.Select(d => (d, permitida.HayCertificado)), permitida.HayProxy);
            Escucha.ExigirDireccionPublica(reales, permitida.HayProxy, app.Configuration);
        }
        catch (ConfiguracionException)
        {
            await app.StopAsync();
            throw;
        }

        await SeguridadServicios.PrepararCuentasAsync(app.Services, CancellationToken.None); // only now: a second start on a taken port must not void the link of the first
        await app.WaitForShutdownAsync();
    }

    private static async Task<T> ConLlaveroAsync<T>(IServiceProvider servicios, Func<Task<T>> accion)
    {
        try
        {
            return await accion();
        }
        catch (LlaveroInservibleException causa)
        {
            throw new ConfiguracionException(causa.Message, causa);
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            throw new ConfiguracionException(
                $"No se pudo abrir el archivo de llaves {servicios.GetRequiredService<DirectorioDeDatos>().Llavero}: revise su dueño y sus permisos, o recupérelo del respaldo. Sin él no se lee ninguna identidad.", causa);
        }
    }
}

/// <summary>How much must stand before the work begins.</summary>
internal enum Preparacion
{
    Completa,

    /// <summary>The caller looks after the tables itself.</summary>
    SoloLlaves,

    /// <summary>The caller writes nothing, and must see the database as it is, tampered with or not.</summary>
    SoloLectura,
}
