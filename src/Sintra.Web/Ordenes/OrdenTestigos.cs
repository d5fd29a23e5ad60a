using System.CommandLine;
using Sintra.Expedientes;

namespace Sintra.Web.Ordenes;

internal static class OrdenTestigos
{
    private static readonly Option<bool> LlaveNueva = new("--llave-nueva") { Description = "Crea antes una llave nueva para los testigos" };

    public static Command Crear()
    {
        var orden = new Command("testigos", "Vuelve a hacer los testigos ciegos y las columnas por los que se encuentran los expedientes, mientras el sistema se usa. Puede interrumpirse y repetirse.") { LlaveNueva };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", (servicios, salida, c) => EjecutarAsync(servicios, leida.GetValue(LlaveNueva), salida, c), ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, bool llaveNueva, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<RehacerTestigosHandler>().EjecutarAsync(new(llaveNueva), ct);
        if (r.SinAbrir > 0)
        {
            await salida.ErrorAsync($"{r.SinAbrir} expedientes no se abren: están dañados, o sus llaves no son de este archivo de llaves.");
        }

        await salida.ResponderAsync(
            new { llave = r.Llave, rehechos = r.Rehechos, pendientes = r.Pendientes, sin_abrir = r.SinAbrir },
            $"Expedientes con testigos nuevos: {r.Rehechos}. Testigos con una llave anterior: {r.Pendientes}{(r.Pendientes > 0 ? ". Vuelva a ejecutar la orden" : "")}.");
        return r.Pendientes + r.SinAbrir > 0 ? Codigo.Falla : Codigo.Bien;
    }
}
