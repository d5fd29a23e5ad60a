namespace Sintra.Comun.Bitacora;

/// <param name="Huella">SHA-256 of the line, hexadecimal.</param>
public sealed record PuntoDeControlFirmado([property: DatoPublico] string Huella, int Carriles) : ISuceso;

/// <summary>
/// Signs the heads of all lanes and appends them to the file that is to be copied out of the house; without it, a tail cut off the log by
/// whoever keeps the database would not be seen. Does nothing while the log has not grown.
/// </summary>
public sealed class FirmarPuntoDeControlHandler(SintraDb db, Bitacora bitacora, Llavero llavero, DirectorioDeDatos directorio, TimeProvider reloj)
{
    /// <returns>Whether there was anything to sign.</returns>
    public async Task<bool> EjecutarAsync(CancellationToken ct)
    {
        var cabezas = await db.CabezasAsync(ct);
        using var archivo = new ArchivoDePuntos(directorio.PuntosDeControl);
        if (!await HayNovedadAsync(cabezas, archivo.Ultimo(), ct))
        {
            return false;
        }

        // The file first: a checkpoint the log does not tell of is still a checkpoint.
        var renglon = PuntoDeControl.Firmar(reloj.Ahora, cabezas, llavero.Vigente(UsoDeLlave.Firma)).Renglon();
        archivo.Agregar(renglon);
        bitacora.Asentar(new PuntoDeControlFirmado(PuntoDeControl.Huella(renglon), cabezas.Count), como: CuentaId.Sistema);
        await db.SaveChangesAsync(ct);
        return true;
    }

    // Checkpoints are lines of the log themselves; if they counted, each would call for the next.
    private async Task<bool> HayNovedadAsync(List<CabezaDeCarril> cabezas, PuntoDeControl? ultimo, CancellationToken ct)
    {
        var vistas = ultimo?.Cabezas.ToDictionary(c => c.Carril, c => c.N) ?? [];
        foreach (var cabeza in cabezas)
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
