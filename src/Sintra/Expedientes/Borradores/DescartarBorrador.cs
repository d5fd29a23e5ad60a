namespace Sintra.Expedientes;

/// <summary>Gives up what was typed into a form. No fact, as keeping it left none.</summary>
public sealed class DescartarBorradorHandler(BorradoresPropios borradores, RutasConBorrador rutas)
{
    /// <returns>The form it was typed into; does not exist when that is no form of ours. A draft that is already gone is given up as well.</returns>
    public async Task<Resultado<string>> EjecutarAsync(string? direccion, CancellationToken ct)
    {
        if (rutas.Reconocer(direccion)?.Texto is not { } ruta)
        {
            return new NoExiste();
        }

        await borradores.Mios.Where(b => b.Ruta == ruta).ExecuteDeleteAsync(ct);
        return ruta;
    }
}
