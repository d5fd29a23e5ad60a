namespace Sintra.Expedientes;

/// <summary>
/// A screen's one way to an event. The reading is of the event, and also of every file whose revealing opens its sealed text here:
/// whoever asks who has read that person must find this screen too.
/// </summary>
public sealed class ConsultarHechoHandler(LectorDeHecho lector, Bitacora bitacora, SintraDb db)
{
    /// <summary>What «Quién ha consultado» of a file calls this screen.</summary>
    public const string Pantalla = "hecho";

    /// <returns>Null when it does not exist or is out of reach; then nobody read anything.</returns>
    public async Task<HechoLeido?> EjecutarAsync(HechoId id, CancellationToken ct)
    {
        if (await lector.LeerAsync(id, ct) is not { } leido)
        {
            return null;
        }

        bitacora.Asentar(new HechoConsultado(id));
        foreach (var (expediente, grupos) in leido.AbiertoPor)
        {
            bitacora.Asentar(ExpedienteConsultado.En(Pantalla, grupos), expediente);
        }

        await db.SaveChangesAsync(ct);
        return leido;
    }
}
