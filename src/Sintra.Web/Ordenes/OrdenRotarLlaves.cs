using System.CommandLine;

namespace Sintra.Web.Ordenes;

internal static class OrdenRotarLlaves
{
    private static readonly Option<bool> Continuar = new("--continuar")
    {
        Description = "Termina una rotación que quedó a medias, sin hacer otra llave",
    };

    public static Command Crear()
    {
        var orden = new Command("rotar", "Hace una llave nueva y envuelve con ella las de cada expediente, sin tocar lo que cierran.") { Continuar };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<RotarLlavesHandler>().EjecutarAsync(new(leida.GetValue(Continuar)), ct);
        if (r.Danadas > 0)
        {
            await salida.ErrorAsync($"{r.Danadas} llaves no se pudieron abrir con este archivo de llaves: revise si es el de esta instalación.");
        }

        await salida.ResponderAsync(
            new { llave = r.Llave, reenvueltas = r.Reenvueltas, pendientes = r.Pendientes, danadas = r.Danadas },
            $"La llave vigente es la {r.Llave}: {r.Reenvueltas} reenvueltas, {r.Pendientes} pendientes. Guarde una copia del archivo de llaves nuevo.");
        return r.Pendientes == 0 ? Codigo.Bien : Codigo.Falla;
    }
}
