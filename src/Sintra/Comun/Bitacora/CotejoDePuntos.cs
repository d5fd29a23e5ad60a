namespace Sintra.Comun.Bitacora;

/// <summary>A line of the log that tells of a signing, and where it stands.</summary>
internal sealed record PuntoContado(int Carril, long N, PuntoDeControlFirmado Punto);

/// <summary>
/// Whether the file of signed heads holds what the log tells of it: the checkpoint each line names, and one that covers the line itself.
/// Nodes that share a PostgreSQL have a file each, so there only what tells of this very file counts as a fault; and a copy may be older than
/// the log, which is no fault of either.
/// </summary>
internal sealed class CotejoDePuntos(PuntosLeidos puntos, bool esDeUnNodo, bool esCopia)
{
    public int Ausentes { get; private set; }

    /// <summary>The first line whose checkpoint was taken away.</summary>
    public RoturaDeBitacora? Roto { get; private set; }

    public void Ver(PuntoContado contado)
    {
        var falta = contado.Punto.Huella is { } huella && !puntos.Huellas.Contains(huella);
        var descubierto = contado.N > puntos.HastaDonde(contado.Carril);
        if (Motivo(contado.Punto, falta, descubierto) is { } motivo)
        {
            Roto ??= new(contado.Carril, contado.N, motivo);
        }
        else if (falta || descubierto)
        {
            Ausentes++;
        }
    }

    private string? Motivo(PuntoDeControlFirmado punto, bool falta, bool descubierto)
    {
        if (puntos.Cuantos == 0)
        {
            return "habla de un punto de control firmado, y el archivo de puntos no existe o no tiene ninguno";
        }

        if ((!esDeUnNodo && punto.Archivo != puntos.Primera) || (esCopia && descubierto))
        {
            return null;
        }

        return falta ? "habla de un punto de control firmado que no está en el archivo"
            : descubierto ? "el punto de control que se firmó con ella no está en el archivo"
            : null;
    }
}
