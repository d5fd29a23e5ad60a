using System.CommandLine;

namespace Sintra.Web.Ordenes;

internal static class OrdenRotarLlaves
{
    private static readonly Option<bool> Continuar = new("--continuar") { Description = "Termina una rotación que se interrumpió, sin crear otra llave" };

    public static Command Crear()
    {
        var orden = new Command("rotar", "Crea una llave nueva y vuelve a envolver con ella las de cada expediente. No toca lo que cierran y puede repetirse.") { Continuar };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<RotarLlavesHandler>().EjecutarAsync(new(leida.GetValue(Continuar)), ct);
        if (r.Danadas > 0)
        {
            await salida.ErrorAsync($"{r.Danadas} llaves no se abren: no son de este archivo de llaves, o están dañadas. Recupere el archivo de llaves del respaldo.");
        }

        await salida.ResponderAsync(
            new { llave = r.Llave, reenvueltas = r.Reenvueltas, pendientes = r.Pendientes, danadas = r.Danadas },
            $"Llave en vigor: {r.Llave}. Vueltas a envolver: {r.Reenvueltas}. Pendientes: {r.Pendientes}.",
            "Respalde ahora el archivo de llaves.");
        return r is { Danadas: 0, Pendientes: 0 } ? Codigo.Bien : Codigo.Falla;
    }
}
