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
        if (r.SinAbrir > 0)
        {
            await salida.ErrorAsync($"{r.SinAbrir} expedientes no se abren: están dañados, o sus llaves no son de este archivo de llaves.");
        }

        await salida.ResponderAsync(new { comparados = r.Comparados, sugerencias = r.Sugerencias, sin_abrir = r.SinAbrir }, $"Expedientes comparados: {r.Comparados}. Coincidencias nuevas por revisar: {r.Sugerencias}.");
        return r.SinAbrir > 0 ? Codigo.Falla : Codigo.Bien;
    }
}
