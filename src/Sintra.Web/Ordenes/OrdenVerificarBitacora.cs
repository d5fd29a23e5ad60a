using System.CommandLine;
using Sintra.Web.Operacion;

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
        Puntos.Validators.Add(leida =>
        {
            if (leida.GetValueOrDefault<string?>() is { } ruta && !File.Exists(ruta))
            {
                leida.AddError($"No existe el archivo de puntos de control {ruta}.");
            }
        });
        var orden = new Command("verificar", "Rehace la cadena de la bitácora y nombra la primera posición rota.") { Puntos };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(
            leida, institucion: "", (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct, preparacion: Preparacion.SoloLectura));
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
            await AdvertirSiLasLlavesSonAjenasAsync(servicios, salida, ct);
        }

        await salida.ResponderAsync(documento, Palabras(v));
        return v.Ok ? Codigo.Bien : Codigo.Falla;
    }

    private static IEnumerable<string> Palabras(VerificacionDeBitacora v)
    {
        yield return $"Se verificaron {v.Asientos} asientos en {v.Carriles} carriles y {v.Puntos} puntos de control{(v.Ok ? ": todo corresponde." : ".")}";
        if (v.PuntosAusentes > 0)
        {
            yield return $"La bitácora habla de otros {v.PuntosAusentes} puntos de control que no están en este archivo: son de otro nodo, o posteriores a esta copia.";
        }

        if (v is { Ok: true, Puntos: 0 })
        {
            yield return "No hay ninguna cabeza firmada con que comparar: un final cortado no se vería.";
        }
    }

    // With another installation's keys nothing corresponds either, and nobody altered anything.
    private static async Task AdvertirSiLasLlavesSonAjenasAsync(IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        try
        {
            await servicios.GetRequiredService<ComprobarLlaveroHandler>().EjecutarAsync(ct);
        }
        catch (LlaveroAjenoException causa)
        {
            await salida.ErrorAsync(causa.Message);
        }
    }
}
