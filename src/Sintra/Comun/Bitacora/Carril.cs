using System.Threading.Channels;

namespace Sintra.Comun.Bitacora;

/// <summary>
/// A lane: an HMAC chain that one context at a time extends. It knows the head that is committed and the tip its holder has written so far.
/// </summary>
internal sealed class Carril(int id, ChannelWriter<Carril> libres)
{
    private Cabeza _cabeza = Cabeza.Origen;
    private Cabeza _punta = Cabeza.Origen;
    private bool _sabido;
    private bool _dudoso;

    /// <summary>Reads the head where it is not known: the first time, and whenever an outcome was never learnt.</summary>
    public async ValueTask AsegurarAsync(SintraDb db, CancellationToken ct)
    {
        if (_sabido)
        {
            return;
        }

        var leida = await db.Asientos.AsNoTracking().Where(a => a.Carril == id).OrderByDescending(a => a.N)
            .Select(a => new Cabeza(a.N, a.Mac)).FirstOrDefaultAsync(ct);
        _cabeza = _punta = leida ?? Cabeza.Origen;
        _sabido = true;
    }

    public void Encadenar(Asiento asiento, byte[] llave)
    {
        asiento.Carril = id;
        asiento.N = _punta.N + 1;
        asiento.Mac = Cadena.Mac(llave, _punta.Mac, asiento);
        _punta = new(asiento.N, asiento.Mac);
    }

    /// <summary>Part of what the holder wrote was taken back: read again before the next line, and once more when it is over.</summary>
    public void Dudar() => (_sabido, _dudoso) = (false, true);

    public void Devolver(Desenlace desenlace)
    {
        _sabido = _sabido && !_dudoso && desenlace != Desenlace.Desconocido;
        _dudoso = false;
        if (desenlace == Desenlace.Confirmado)
        {
            _cabeza = _punta;
        }
        else
        {
            _punta = _cabeza;
        }

        libres.TryWrite(this);
    }
}

/// <summary>The last line of a lane: its position and MAC.</summary>
internal sealed record Cabeza(long N, byte[] Mac)
{
    /// <summary>Before the first line.</summary>
    public static readonly Cabeza Origen = new(0, new byte[32]);
}

internal enum Desenlace
{
    Confirmado,
    Deshecho,

    /// <summary>The connection was lost, or the transaction was left open: only the database can tell.</summary>
    Desconocido,
}

/// <summary>The lanes a context holds while its outcome is open.</summary>
/// <param name="Transaccion">The explicit transaction they are held for; null when it is one SaveChanges.</param>
internal sealed record Toma(Carril? Cambios, Carril? Lecturas, Guid? Transaccion)
{
    public void Dudar()
    {
        Cambios?.Dudar();
        Lecturas?.Dudar();
    }

    public void Devolver(Desenlace desenlace)
    {
        Cambios?.Devolver(desenlace);
        Lecturas?.Devolver(desenlace);
    }
}
