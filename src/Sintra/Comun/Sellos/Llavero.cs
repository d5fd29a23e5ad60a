using System.Security.Cryptography;

namespace Sintra.Comun.Sellos;

/// <summary>What a key of the ring is for; no key serves two purposes.</summary>
public enum UsoDeLlave
{
    /// <summary>Wraps data keys (AES-256-GCM). Rotated by «llaves rotar».</summary>
    Envolver,

    /// <summary>Chains the log (HMAC-SHA-256).</summary>
    Bitacora,

    /// <summary>Blind tokens for search and linkage (HMAC-SHA-256).</summary>
    Testigos,

    /// <summary>Signs the heads of the log (ECDSA P-256, PKCS #8).</summary>
    Firma,

    /// <summary>Protects the framework's own short-lived secrets: antiforgery, one-time links.</summary>
    Marco,
}

/// <param name="Id">Greater is newer; the newest of a use is the one in force, older ones still open what they closed.</param>
public sealed record LlaveDelLlavero(int Id, UsoDeLlave Uso, DateTime Creada, byte[] Material);

/// <summary>
/// The key ring: a file outside the database, mode 0600. Whoever holds the database and not this file reads no identity.
/// One object a process: <see cref="Rotar"/> swaps what it holds, and a key that another process added is read when it is first met.
/// </summary>
public sealed class Llavero
{
    private readonly ArchivoDeLlaves? _archivo;
    private volatile LlaveDelLlavero[] _llaves = [];
    private volatile LlaveDelLlavero[] _vigentes = [];

    private Llavero(ArchivoDeLlaves? archivo, LlaveDelLlavero[] llaves)
    {
        _archivo = archivo;
        Tener(llaves);
    }

    /// <summary>The newest key of a use.</summary>
    public LlaveDelLlavero Vigente(UsoDeLlave uso) => _vigentes[(int)uso];

    /// <summary>Every key of a use, old ones too.</summary>
    public IEnumerable<LlaveDelLlavero> De(UsoDeLlave uso) => _llaves.Where(l => l.Uso == uso);

    /// <summary>The key, if it is held already; null when it is not.</summary>
    public LlaveDelLlavero? Tenida(UsoDeLlave uso, int id) => Array.Find(_llaves, l => l.Uso == uso && l.Id == id);

    /// <exception cref="CryptographicException">The ring does not hold that key: the file is another installation's, or an old copy.</exception>
    public LlaveDelLlavero Buscar(UsoDeLlave uso, int id)
    {
        if (Tenida(uso, id) is { } tenida)
        {
            return tenida;
        }

        Releer();
        return Tenida(uso, id)
            ?? throw new CryptographicException($"The key ring holds no key {id} for {uso}: is it this installation's file?");
    }

    /// <summary>Opens the ring, making it the first time.</summary>
    /// <exception cref="LlaveroInservibleException">Others than its owner may read the file, or it is not a key ring.</exception>
    public static Llavero AbrirOCrear(string ruta, TimeProvider reloj)
    {
        var archivo = new ArchivoDeLlaves(ruta);
        var llaves = archivo.Cambiar(llaves =>
            [.. llaves, .. Enum.GetValues<UsoDeLlave>().Except(llaves.Select(l => l.Uso)).Select(uso => Nueva(1, uso, reloj))], []);
        return new(archivo, llaves);
    }

    /// <summary>A ring that lives in memory only: measurements and arithmetic tests.</summary>
    public static Llavero EnMemoria(TimeProvider reloj) => new(null, [.. Enum.GetValues<UsoDeLlave>().Select(uso => Nueva(1, uso, reloj))]);

    /// <summary>Adds a newer key of a use, stored before anyone can close anything with it, and returns it.</summary>
    public LlaveDelLlavero Rotar(UsoDeLlave uso, TimeProvider reloj)
    {
        LlaveDelLlavero[] ConOtra(LlaveDelLlavero[] llaves) =>
            [.. llaves, Nueva(llaves.Where(l => l.Uso == uso).Max(l => l.Id) + 1, uso, reloj)];

        Tener(_archivo is null ? ConOtra(_llaves) : _archivo.Cambiar(ConOtra, _llaves));
        return Vigente(uso);
    }

    /// <summary>Takes up what another process has added to the file. What is held stays held, whatever became of the file meanwhile.</summary>
    /// <exception cref="LlaveroInservibleException">The file cannot be used as it is now.</exception>
    public void Releer()
    {
        if (_archivo is not null)
        {
            Tener(_archivo.Leer(_llaves));
        }
    }

    private void Tener(LlaveDelLlavero[] llaves)
    {
        _llaves = llaves;
        _vigentes = [.. Enum.GetValues<UsoDeLlave>().Select(uso => llaves.Where(l => l.Uso == uso).MaxBy(l => l.Id)!)];
    }

    private static LlaveDelLlavero Nueva(int id, UsoDeLlave uso, TimeProvider reloj) => new(id, uso, reloj.Ahora, Material(uso));

    private static byte[] Material(UsoDeLlave uso)
    {
        if (uso != UsoDeLlave.Firma)
        {
            return RandomNumberGenerator.GetBytes(32);
        }

        using var firma = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return firma.ExportPkcs8PrivateKey();
    }
}
