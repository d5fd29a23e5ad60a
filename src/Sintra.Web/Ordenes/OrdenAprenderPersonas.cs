using System.CommandLine;
using Sintra.Personas;

namespace Sintra.Web.Ordenes;

internal static class OrdenAprenderPersonas
{
    public static Command Crear()
    {
        var orden = new Command("aprender", "Aprende del propio registro cuánto concuerdan los datos de una misma persona, y compara con eso desde entonces. Lo decidido no cambia.");
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", EjecutarAsync, ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var r = await servicios.GetRequiredService<AprenderModeloHandler>().EjecutarAsync(ct);
        await salida.ResponderAsync(new { modelo = r.Modelo, expedientes = r.Expedientes }, $"Modelo {r.Modelo}, aprendido de {r.Expedientes} expedientes.");
        return Codigo.Bien;
    }
}
