namespace Sintra.Comun.Bitacora;

/// <summary>
/// The file of signed heads, mode 0600, one a line, only ever appended to by one process at a time. Between processes the lock beside it
/// decides: sharing modes of an open file do not, on every system, keep a second writer out.
/// </summary>
internal sealed class ArchivoDePuntos : IDisposable
{
    // 32 lanes a node take some 3 KB; this holds a line of a cluster of twenty nodes.
    private const int Cabida = 64 * 1024;

    private readonly FileStream _candado;
    private readonly FileStream _archivo;

    private ArchivoDePuntos(FileStream candado, string ruta)
    {
        _candado = candado;
        _archivo = ArchivoPrivado.Abrir(ruta, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var cola = Leer(Math.Max(0, _archivo.Length - Cabida));

        // Half a line is what a power cut left of our own writing; nobody was told of it.
        var sobra = cola.Length - 1 - Array.LastIndexOf(cola, (byte)'\n');
        _archivo.SetLength(_archivo.Length - sobra);
        var renglones = cola.AsSpan(0, cola.Length - sobra).TrimEnd((byte)'\n');
        var ultimo = renglones[(renglones.LastIndexOf((byte)'\n') + 1)..];
        (Ultimo, Huella) = (PuntoDeControl.Leer(ultimo), HuellaDe(ultimo));

        var cabeza = Leer(0);
        Primera = HuellaDe(cabeza.AsSpan(0, Math.Max(0, Array.IndexOf(cabeza, (byte)'\n'))));
    }

    /// <summary>The last checkpoint; null when there is none to be read.</summary>
    public PuntoDeControl? Ultimo { get; }

    /// <summary>Of the last line; null when there is no checkpoint in it.</summary>
    public string? Huella { get; }

    /// <summary>Of the first line, which tells this file from another node's; null when there is no checkpoint in it.</summary>
    public string? Primera { get; }

    /// <summary>Waits for whoever is signing, or measuring the file.</summary>
    public static async Task<ArchivoDePuntos> AbrirAsync(string ruta, CancellationToken ct)
    {
        DirectorioDeDatos.En(Path.GetDirectoryName(ruta)!);
        var candado = await ArchivoPrivado.CerrarAsync(ruta, ct);
        try
        {
            return new(candado, ruta);
        }
        catch (Exception)
        {
            await candado.DisposeAsync();
            throw;
        }
    }

    /// <summary>How much of the file is whole, with nobody in the midst of signing; 0 when there is none.</summary>
    public static async Task<long> MedirAsync(string ruta, CancellationToken ct)
    {
        if (!File.Exists(ruta))
        {
            return 0;
        }

        await using var candado = await ArchivoPrivado.CerrarAsync(ruta, ct);
        return new FileInfo(ruta).Length;
    }

    public void Agregar(ReadOnlySpan<byte> renglon)
    {
        _archivo.Seek(0, SeekOrigin.End);
        _archivo.Write([.. renglon, (byte)'\n']);
        _archivo.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _archivo.Dispose();
        _candado.Dispose();
    }

    private static string? HuellaDe(ReadOnlySpan<byte> renglon) => PuntoDeControl.Leer(renglon) is null ? null : PuntoDeControl.Huella(renglon);

    private byte[] Leer(long desde)
    {
        var bytes = new byte[Math.Min(Cabida, _archivo.Length - desde)];
        _archivo.Seek(desde, SeekOrigin.Begin);
        _archivo.ReadExactly(bytes);
        return bytes;
    }
}
