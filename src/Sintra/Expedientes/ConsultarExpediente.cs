namespace Sintra.Expedientes;

/// <summary>
/// A screen's one way to a file: the reading is in the log before there is anything to show. Handlers that decide without showing use
/// <see cref="LectorDeExpediente"/>; a law of the house keeps screens away from it.
/// </summary>
public sealed class ConsultarExpedienteHandler(LectorDeExpediente lector, Bitacora bitacora)
{
    /// <param name="pantalla">Key of the screen or page, for «Quién ha consultado».</param>
    /// <returns>Null when it does not exist or is out of reach; then nobody read anything.</returns>
    public async Task<ExpedienteLeido?> EjecutarAsync(ExpedienteId id, string pantalla, CancellationToken ct)
    {
        if (await lector.ConsultarAsync(id, ct) is not { } leido)
        {
            return null;
        }

        await bitacora.LeerAsync(ExpedienteConsultado.En(pantalla, leido.Vista.GruposAbiertos), id, ct);
        return leido;
    }
}
