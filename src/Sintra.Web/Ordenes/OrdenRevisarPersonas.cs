using System.CommandLine;
using Sintra.Personas;

namespace Sintra.Web.Ordenes;

internal static class OrdenRevisarPersonas
{
    public static Command Crear()
    {
        var orden = new Command("revisar", "Compara los expedientes que esperan con los que pueden ser de la misma persona. El servidor lo hace solo; sirve para hacerlo ahora y puede repetirse.");
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", EjecutarAsync, ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<CompararExpedientesHandler>().EjecutarAsync(ct);
        await salida.ResponderAsync(new { comparados = r.Comparados, sugerencias = r.Sugerencias }, $"Expedientes comparados: {r.Comparados}. Coincidencias nuevas por revisar: {r.Sugerencias}.");
        return Codigo.Bien;
    }
}
