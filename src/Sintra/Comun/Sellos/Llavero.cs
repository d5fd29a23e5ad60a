using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

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
/// Immutable in memory; <see cref="Rotar"/> writes a new file and returns a new ring.
/// </summary>
public sealed class Llavero
{
    private static readonly JsonSerializerOptions Formato = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly string? _ruta;
    private readonly LlaveDelLlavero[] _llaves;

    private Llavero(string? ruta, LlaveDelLlavero[] llaves) => (_ruta, _llaves) = (ruta, llaves);

    /// <summary>The newest key of a use.</summary>
    public LlaveDelLlavero Vigente(UsoDeLlave uso) => _llaves.Where(l => l.Uso == uso).MaxBy(l => l.Id)!;

    /// <exception cref="CryptographicException">The ring does not hold that key: the file is another installation's, or an old copy.</exception>
    public LlaveDelLlavero Buscar(UsoDeLlave uso, int id) => _llaves.SingleOrDefault(l => l.Uso == uso && l.Id == id)
        ?? throw new CryptographicException($"The key ring holds no key {id} for {uso}: is it this installation's file?");

    /// <summary>Opens the ring, making it the first time.</summary>
    /// <exception cref="LlaveroInseguroException">Others than its owner may read the file.</exception>
    public static Llavero AbrirOCrear(string ruta, TimeProvider reloj)
    {
        if (!File.Exists(ruta))
        {
            var nuevo = new Llavero(ruta, [.. Enum.GetValues<UsoDeLlave>().Select(uso => Nueva(1, uso, reloj))]);
            nuevo.Guardar();
            return nuevo;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(ruta) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new LlaveroInseguroException(ruta);
        }

        var llaves = JsonSerializer.Deserialize<LlaveDelLlavero[]>(File.ReadAllBytes(ruta), Formato)!;
        var faltantes = Enum.GetValues<UsoDeLlave>().Except(llaves.Select(l => l.Uso)).Select(uso => Nueva(1, uso, reloj)).ToArray();
        var llavero = new Llavero(ruta, [.. llaves, .. faltantes]);
        if (faltantes.Length > 0)
        {
            llavero.Guardar();
        }

        return llavero;
    }

    /// <summary>A ring that lives in memory only: measurements and arithmetic tests.</summary>
    public static Llavero EnMemoria(TimeProvider reloj) => new(null, [.. Enum.GetValues<UsoDeLlave>().Select(uso => Nueva(1, uso, reloj))]);

    /// <summary>Adds a newer key of a use and stores the ring before anyone can close anything with it.</summary>
    public Llavero Rotar(UsoDeLlave uso, TimeProvider reloj)
    {
        var nuevo = new Llavero(_ruta, [.. _llaves, Nueva(Vigente(uso).Id + 1, uso, reloj)]);
        nuevo.Guardar();
        return nuevo;
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

    // Written beside and moved over: a crash leaves the old ring or the new one, never half of one.
    private void Guardar()
    {
        if (_ruta is null)
        {
            return;
        }

        var carpeta = Path.GetDirectoryName(_ruta)!;
        DirectorioDeDatos.En(carpeta);
        var temporal = $"{_ruta}.nuevo";
        var opciones = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opciones.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var archivo = new FileStream(temporal, opciones))
        {
            JsonSerializer.Serialize(archivo, _llaves, Formato);
            archivo.Flush(flushToDisk: true);
        }

        File.Move(temporal, _ruta, overwrite: true);
    }
}

/// <summary>The key file can be read by others than its owner; the system refuses to start.</summary>
public sealed class LlaveroInseguroException(string ruta)
    : Exception($"El archivo de llaves {ruta} puede leerlo alguien más que su dueño. Ejecute: chmod 600 {ruta}");
