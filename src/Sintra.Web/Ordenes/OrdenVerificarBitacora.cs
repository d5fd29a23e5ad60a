using System.CommandLine;

namespace Sintra.Web.Ordenes;

internal static class OrdenVerificarBitacora
{
    private static readonly Option<string?> Puntos = new("--puntos")
    {
        Description = "Archivo de puntos de control con que se compara, mejor una copia guardada aparte (por omisión, el de esta instalación)",
        HelpName = "ARCHIVO",
    };

    public static Command Crear()
    {
        var orden = new Command("verificar", "Rehace la cadena de la bitácora y nombra la primera posición rota.") { Puntos };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var v = await servicios.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(leida.GetValue(Puntos)), ct);
        var documento = new
        {
            ok = v.Ok,
            asientos = v.Asientos,
            carriles = v.Carriles,
            puntos = v.Puntos,
            puntos_ausentes = v.PuntosAusentes,
            roto = v.Roto is { } roto ? new { carril = roto.Carril, posicion = roto.Posicion, motivo = roto.Motivo } : null,
        };

        if (v.Roto is not null)
        {
            await salida.ErrorAsync($"La bitácora fue alterada: {v.Roto}");
        }

        await salida.ResponderAsync(
            documento,
            $"Se verificaron {v.Asientos} asientos en {v.Carriles} carriles y {v.Puntos} puntos de control{(v.Ok ? ": todo corresponde." : ".")}");
        return v.Ok ? Codigo.Bien : Codigo.Falla;
    }
}
