namespace Sintra.Comun.Bitacora;

/// <summary>The heads of the log are about to be signed. A checkpoint that is in the file covers this very line.</summary>
/// <param name="Huella">SHA-256 of the file's last line, hexadecimal: the checkpoint before; null at the first.</param>
/// <param name="Archivo">SHA-256 of the file's first line: which file, for each node has its own; null at the first.</param>
public sealed record PuntoDeControlFirmado([property: DatoPublico] string? Huella, [property: DatoPublico] string? Archivo) : ISuceso;

/// <summary>
/// Signs the heads of all lanes and appends them to the file that is to be copied out of the house; without it, a tail cut off the log by
/// whoever keeps the database would not be seen. Does nothing while the log has not grown.
/// </summary>
public sealed class FirmarPuntoDeControlHandler(SintraDb db, Bitacora bitacora, Llavero llavero, DirectorioDeDatos directorio, TimeProvider reloj)
{
    /// <returns>Whether there was anything to sign.</returns>
    public async Task<bool> EjecutarAsync(CancellationToken ct)
    {
        using var archivo = await ArchivoDePuntos.AbrirAsync(directorio.PuntosDeControl, ct);
        if (!await HayNovedadAsync(archivo.Ultimo, ct))
        {
            return false;
        }

        // The log first, so that the heads signed hold its own line too and nothing stands uncovered behind them. Stopped between the two,
        // what called for the signing is still uncovered and calls for the next.
        bitacora.Asentar(new PuntoDeControlFirmado(archivo.Huella, archivo.Primera), como: CuentaId.Sistema);
        await db.SaveChangesAsync(ct);
        archivo.Agregar(PuntoDeControl.Firmar(reloj.Ahora, await db.CabezasAsync(ct), llavero.Vigente(UsoDeLlave.Firma)).Renglon());
        return true;
    }

    // Checkpoints are lines of the log themselves; if they counted, those of two nodes would call for each other.
    private async Task<bool> HayNovedadAsync(PuntoDeControl? ultimo, CancellationToken ct)
    {
        var vistas = ultimo?.Cabezas.ToDictionary(c => c.Carril, c => c.N) ?? [];
        foreach (var cabeza in await db.CabezasAsync(ct))
        {
            var vista = vistas.GetValueOrDefault(cabeza.Carril);
            if (cabeza.N != vista && await db.Asientos.AnyAsync(
                a => a.Carril == cabeza.Carril && a.N > vista && a.Suceso != nameof(PuntoDeControlFirmado), ct))
            {
                return true;
            }
        }

        return false;
    }
}
