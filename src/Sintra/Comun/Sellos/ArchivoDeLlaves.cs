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

    private static readonly TimeSpan Espera = TimeSpan.FromSeconds(10);

    public LlaveDelLlavero[] Leer()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(ruta) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new LlaveroInseguroException(ruta);
        }

        try
        {
            return JsonSerializer.Deserialize<LlaveDelLlavero[]>(File.ReadAllBytes(ruta), Formato) ?? throw new LlaveroIlegibleException(ruta, null);
        }
        catch (JsonException causa)
        {
            throw new LlaveroIlegibleException(ruta, causa);
        }
    }

    /// <summary>Reads, changes and stores, with no other process between; an absent file is an empty ring.</summary>
    public LlaveDelLlavero[] Cambiar(Func<LlaveDelLlavero[], LlaveDelLlavero[]> cambio)
    {
        DirectorioDeDatos.En(Path.GetDirectoryName(ruta)!);
        using var candado = Cerrar();
        var antes = File.Exists(ruta) ? Leer() : [];
        var despues = cambio(antes);
        if (despues.Length > antes.Length)
        {
            Guardar(despues);
        }

        return despues;
    }

    private FileStream Cerrar()
    {
        for (var intentos = Espera / TimeSpan.FromMilliseconds(50); ; intentos--)
        {
            try
            {
                return Privado($"{ruta}.candado", FileMode.OpenOrCreate);
            }
            catch (IOException) when (intentos > 0)
            {
                Thread.Sleep(50);
            }
        }
    }

    // Written beside and moved over: a crash leaves the old ring or the new one, never half of one.
    private void Guardar(LlaveDelLlavero[] llaves)
    {
        var temporal = $"{ruta}.nuevo";
        File.Delete(temporal);
        using (var archivo = Privado(temporal, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(archivo, llaves, Formato);
            archivo.Flush(flushToDisk: true);
        }

        File.Move(temporal, ruta, overwrite: true);
    }

    private static FileStream Privado(string ruta, FileMode modo)
    {
        var opciones = new FileStreamOptions { Mode = modo, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            opciones.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(ruta, opciones);
    }
}

/// <summary>The key file can be read by others than its owner; the system refuses to start.</summary>
public sealed class LlaveroInseguroException(string ruta)
    : Exception($"El archivo de llaves {ruta} puede leerlo alguien más que su dueño. Ejecute: chmod 600 {ruta}");

/// <summary>The key file is damaged; nothing sealed can be opened until its copy is put back.</summary>
public sealed class LlaveroIlegibleException(string ruta, Exception? causa)
    : Exception($"El archivo de llaves {ruta} está dañado y no se puede leer. Restaure su copia de respaldo; no lo borre.", causa);

/// <summary>The key file is not the one this database was sealed with; the system refuses to start rather than seal anew beside what it cannot open.</summary>
public sealed class LlaveroAjenoException(string ruta)
    : Exception($"El archivo de llaves {ruta} no es el de esta base de datos. Restaure la copia del que se usó con ella.");
