namespace Sintra.Comun;

/// <summary>Files that only their owner may read (0600 where the system has modes), and the lock beside them that one process at a time holds.</summary>
internal static class ArchivoPrivado
{
    /// <summary>Owner reads and writes, nobody else anything.</summary>
    public const UnixFileMode Modo = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Pausa = TimeSpan.FromMilliseconds(50);

    // Of 50 ms each: who holds it writes a few kilobytes.
    private const int Intentos = 200;

    public static FileStream Abrir(string ruta, FileMode modo, FileAccess acceso, FileShare compartir, FileOptions opciones = FileOptions.None)
    {
        var como = new FileStreamOptions { Mode = modo, Access = acceso, Share = compartir, Options = opciones };
        if (!OperatingSystem.IsWindows())
        {
            como.UnixCreateMode = Modo;
        }

        return new(ruta, como);
    }

    /// <summary>Holds the file's lock until disposed of; waits up to ten seconds for whoever has it.</summary>
    /// <exception cref="IOException">It did not come free.</exception>
    public static FileStream Cerrar(string ruta)
    {
        for (var intento = 0; ; intento++)
        {
            try
            {
                return Candado(ruta);
            }
            catch (IOException) when (intento < Intentos)
            {
                Thread.Sleep(Pausa);
            }
        }
    }

    /// <inheritdoc cref="Cerrar"/>
    public static async Task<FileStream> CerrarAsync(string ruta, CancellationToken ct)
    {
        for (var intento = 0; ; intento++)
        {
            try
            {
                return Candado(ruta);
            }
            catch (IOException) when (intento < Intentos)
            {
                await Task.Delay(Pausa, ct);
            }
        }
    }

    private static FileStream Candado(string ruta) => Abrir($"{ruta}.candado", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
}
