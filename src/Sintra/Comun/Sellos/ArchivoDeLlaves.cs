using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sintra.Comun.Sellos;

/// <summary>The ring's file. A lost key is lost data: it changes under a lock, from what the disk holds, and is replaced whole.</summary>
internal sealed class ArchivoDeLlaves(string ruta)
{
    private static readonly JsonSerializerOptions Formato = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private const int LargoDeLlave = 32;

    /// <param name="tenidas">Keys that must be in it.</param>
    /// <exception cref="LlaveroInservibleException">It is no key ring, others may read it, or it lacks one of those keys.</exception>
    public LlaveDelLlavero[] Leer(LlaveDelLlavero[] tenidas)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(ruta) & ~ArchivoPrivado.Modo) != 0)
        {
            throw new LlaveroInseguroException(ruta);
        }

        var llaves = Deserializar();
        return tenidas.All(t => Array.Exists(llaves, l => l.Id == t.Id && l.Uso == t.Uso && l.Material.AsSpan().SequenceEqual(t.Material)))
            ? llaves
            : throw new LlaveroAjenoException(ruta);
    }

    /// <summary>Reads, changes and stores, with no other process between; an absent file is an empty ring.</summary>
    /// <param name="tenidas">Keys that must be in it, if it is there.</param>
    public LlaveDelLlavero[] Cambiar(Func<LlaveDelLlavero[], LlaveDelLlavero[]> cambio, LlaveDelLlavero[] tenidas)
    {
        DirectorioDeDatos.En(Path.GetDirectoryName(ruta)!);
        using var candado = ArchivoPrivado.Cerrar(ruta);
        var antes = File.Exists(ruta) ? Leer(tenidas) : tenidas;
        var despues = cambio(antes);
        if (despues.Length > antes.Length)
        {
            Guardar(despues);
        }

        return despues;
    }

    private LlaveDelLlavero[] Deserializar()
    {
        try
        {
            return JsonSerializer.Deserialize<LlaveDelLlavero[]>(File.ReadAllBytes(ruta), Formato) is { } llaves && Array.TrueForAll(llaves, Sirve)
                ? llaves
                : throw new LlaveroIlegibleException(ruta, null);
        }
        catch (JsonException causa)
        {
            throw new LlaveroIlegibleException(ruta, causa);
        }
    }

    private static bool Sirve(LlaveDelLlavero? llave)
    {
        if (llave?.Uso is not UsoDeLlave.Firma)
        {
            return llave?.Material.Length == LargoDeLlave;
        }

        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(llave.Material, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Written beside and moved over: a crash leaves the old ring or the new one, never half of one.
    private void Guardar(LlaveDelLlavero[] llaves)
    {
        var temporal = $"{ruta}.nuevo";
        File.Delete(temporal);
        using (var archivo = ArchivoPrivado.Abrir(temporal, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(archivo, llaves, Formato);
            archivo.Flush(flushToDisk: true);
        }

        File.Move(temporal, ruta, overwrite: true);
    }
}

/// <summary>The key file cannot be used as it is; the sentence, for whoever runs the system, says what to do.</summary>
public abstract class LlaveroInservibleException(string frase, Exception? causa = null) : Exception(frase, causa);

/// <summary>The key file can be read by others than its owner; the system refuses to start.</summary>
public sealed class LlaveroInseguroException(string ruta)
    : LlaveroInservibleException($"El archivo de llaves {ruta} puede leerlo alguien más que su dueño. Ejecute: chmod 600 {ruta}");

/// <summary>The key file is damaged; nothing sealed can be opened until its copy is put back.</summary>
public sealed class LlaveroIlegibleException(string ruta, Exception? causa)
    : LlaveroInservibleException($"El archivo de llaves {ruta} está dañado y no se puede leer. Restaure su copia de respaldo; no lo borre.", causa);

/// <summary>The key file is not the one this database was sealed with; the system refuses to start rather than seal anew beside what it cannot open.</summary>
public sealed class LlaveroAjenoException(string ruta)
    : LlaveroInservibleException($"El archivo de llaves {ruta} no es el de esta base de datos. Restaure la copia del que se usó con ella.");
