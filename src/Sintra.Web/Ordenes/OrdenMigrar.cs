using System.CommandLine;
using Sintra.Web.Operacion;

namespace Sintra.Web.Ordenes;

internal static class OrdenMigrar
{
    public static Command Crear()
    {
        var orden = new Command("migrar", "Pone al día las tablas de la base de datos. Haga antes un respaldo.");
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", EjecutarAsync, ct, crea: true, Preparacion.SoloLlaves));
        return orden;
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var aplicadas = await servicios.GetRequiredService<Esquema>().MigrarAsync(ct);
        await salida.ResponderAsync(
            new { aplicadas },
            aplicadas.Count == 0 ? "La base de datos ya está al día." : $"Migraciones aplicadas: {string.Join(", ", aplicadas)}");
        return Codigo.Bien;
    }
}
