using System.Security.Cryptography;
using System.Text;

namespace Sintra.Comun.Bitacora;

/// <summary>A file of signed heads, read and its signatures checked: what each lane must hold, and where the file itself is false.</summary>
internal sealed class PuntosLeidos
{
    private static readonly Dictionary<long, byte[]> Ninguna = [];

    private readonly Dictionary<int, Dictionary<long, byte[]>> _vistas = [];

    public int Cuantos { get; private set; }

    public HashSet<string> Huellas { get; } = [];

    /// <summary>First line that cannot be trusted.</summary>
    public RoturaDeBitacora? Roto { get; private set; }

    public IEnumerable<int> Carriles => _vistas.Keys;

    /// <summary>Position → MAC that a checkpoint saw there.</summary>
    public IReadOnlyDictionary<long, byte[]> De(int carril) => _vistas.GetValueOrDefault(carril, Ninguna);

    public static PuntosLeidos De(string ruta, Llavero llavero)
    {
        var puntos = new PuntosLeidos();
        if (!File.Exists(ruta))
        {
            return puntos;
        }

        using var llaves = new LlavesDeFirma(llavero);
        var numero = 0;
        foreach (var renglon in File.ReadLines(ruta))
        {
            numero++;
            if (puntos.Reparo(Encoding.UTF8.GetBytes(renglon), llaves) is { } motivo)
            {
                puntos.Roto ??= new(null, numero, motivo);
            }
        }

        return puntos;
    }

    private string? Reparo(byte[] renglon, LlavesDeFirma llaves)
    {
        if (PuntoDeControl.Leer(renglon) is not { } punto)
        {
            return "no es un punto de control";
        }

        if (!punto.EsAutentico(llaves.Buscar(punto.Llave)))
        {
            return "la firma del punto de control no corresponde";
        }

        Cuantos++;
        Huellas.Add(PuntoDeControl.Huella(renglon));
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

        public ECDsa Buscar(int id)
        {
            if (!_abiertas.TryGetValue(id, out var ecdsa))
            {
                _abiertas[id] = ecdsa = ECDsa.Create();
                ecdsa.ImportPkcs8PrivateKey(llavero.Buscar(UsoDeLlave.Firma, id).Material, out _);
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
