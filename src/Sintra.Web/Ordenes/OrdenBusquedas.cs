using System.CommandLine;
using Sintra.Consulta;

namespace Sintra.Web.Ordenes;

internal static class OrdenBusquedas
{
    public static Command Crear()
    {
        var orden = new Command("avisar", "Avisa por correo, una vez por semana, cuántos expedientes tiene cada búsqueda guardada que lo pide. El servidor lo hace cada hora; sirve para hacerlo ahora y puede repetirse.");
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", EjecutarAsync, ct));
        return new Command("busquedas", "Las búsquedas guardadas.") { orden };
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<AvisarBusquedasHandler>().EjecutarAsync(ct);
        await salida.ResponderAsync(
            new { avisadas = r.Avisadas, omitidas = r.Omitidas },
            $"Búsquedas avisadas: {r.Avisadas}. Omitidas, porque su autora o autor ya no puede buscarlas: {r.Omitidas}.");
        return Codigo.Bien;
    }
}
