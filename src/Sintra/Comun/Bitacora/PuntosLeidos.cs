using System.Security.Cryptography;
using System.Text;

namespace Sintra.Comun.Bitacora;

/// <summary>A file of signed heads, read and its signatures checked: what each lane must hold, and where the file itself is false.</summary>
internal sealed class PuntosLeidos : IDisposable
{
    private static readonly Dictionary<long, byte[]> Ninguna = [];

    private readonly Dictionary<int, Dictionary<long, byte[]>> _vistas = [];

    private readonly string _ruta;
    private readonly LlavesDeFirma _llaves;
    private int _renglones;
    private long _bytes;

    /// <param name="llavero">Whose signatures they must be.</param>
    public PuntosLeidos(string ruta, Llavero llavero) => (_ruta, _llaves) = (ruta, new(llavero));

    public int Cuantos { get; private set; }

    /// <summary>Of the first checkpoint, which tells this file from another node's; null when there is none.</summary>
    public string? Primera { get; private set; }

    public HashSet<string> Huellas { get; } = [];

    /// <summary>First line that cannot be trusted.</summary>
    public RoturaDeBitacora? Roto { get; private set; }

    public IEnumerable<int> Carriles => _vistas.Keys;

    /// <summary>Position → MAC that a checkpoint saw there.</summary>
    public IReadOnlyDictionary<long, byte[]> De(int carril) => _vistas.GetValueOrDefault(carril, Ninguna);

    /// <summary>The furthest position of a lane that any checkpoint saw; 0 when none did.</summary>
    public long HastaDonde(int carril) => De(carril).Keys.DefaultIfEmpty().Max();

    /// <summary>Reads on from where it stopped.</summary>
    /// <param name="hasta">Bytes of the file that are known to be whole.</param>
    public void Seguir(long hasta)
    {
        if (hasta <= _bytes || !File.Exists(_ruta))
        {
            return;
        }

        foreach (var texto in File.ReadLines(_ruta).Skip(_renglones))
        {
            if (_bytes >= hasta)
            {
                return;
            }

            var renglon = Encoding.UTF8.GetBytes(texto);
            _bytes += renglon.Length + 1;
            _renglones++;
            if (Reparo(renglon) is { } motivo)
            {
                Roto ??= new(null, _renglones, motivo);
            }
        }
    }

    public void Dispose() => _llaves.Dispose();

    private string? Reparo(byte[] renglon)
    {
        if (PuntoDeControl.Leer(renglon) is not { } punto)
        {
            return "no es un punto de control";
        }

        if (_llaves.Buscar(punto.Llave) is not { } llave || !punto.EsAutentico(llave))
        {
            return "la firma del punto de control no corresponde";
        }

        Cuantos++;
        var huella = PuntoDeControl.Huella(renglon);
        Primera ??= huella;
        Huellas.Add(huella);
        foreach (var cabeza in punto.Cabezas)
        {
            if (!_vistas.TryGetValue(cabeza.Carril, out var vistas))
            {
                _vistas[cabeza.Carril] = vistas = [];
            }

            if (!vistas.TryAdd(cabeza.N, cabeza.Mac) && !vistas[cabeza.N].AsSpan().SequenceEqual(cabeza.Mac))
            {
                return $"dos puntos de control vieron cosas distintas en el carril {cabeza.Carril}, posición {cabeza.N}";
            }
        }

        return null;
    }

    private sealed class LlavesDeFirma(Llavero llavero) : IDisposable
    {
        private readonly Dictionary<int, ECDsa> _abiertas = [];

        /// <summary>Null when the ring holds no such key: whoever wrote that line, it was not this installation.</summary>
        public ECDsa? Buscar(int id)
        {
            if (!_abiertas.TryGetValue(id, out var ecdsa) && llavero.Tenida(UsoDeLlave.Firma, id) is { } llave)
            {
                _abiertas[id] = ecdsa = ECDsa.Create();
                ecdsa.ImportPkcs8PrivateKey(llave.Material, out _);
            }

            return ecdsa;
        }

        public void Dispose()
        {
            foreach (var ecdsa in _abiertas.Values)
            {
                ecdsa.Dispose();
            }
        }
    }
}
