using System.CommandLine;
using Sintra.Expedientes;

namespace Sintra.Web.Ordenes;

internal static class OrdenBorradores
{
    public static Command Crear()
    {
        var orden = new Command("borradores", "Avisa de lo que está por caducar y borra lo caducado. El servidor lo hace cada hora; sirve para hacerlo ahora y puede repetirse.");
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", EjecutarAsync, ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<RevisarBorradoresHandler>().EjecutarAsync(ct);
        await salida.ResponderAsync(
            new { avisados = r.Avisados, purgados = r.Purgados, descartados = r.Descartados },
            $"Personas avisadas: {r.Avisados}. Capturas sin guardar borradas: {r.Purgados}. Borradores de expediente descartados: {r.Descartados}.");
        return Codigo.Bien;
    }
}
