namespace Sintra.Comun.Bitacora;

/// <summary>The file of signed heads, mode 0600, one a line, only ever appended to by one process at a time.</summary>
internal sealed class ArchivoDePuntos : IDisposable
{
    // 32 lanes a node take some 3 KB; this holds the last line of a cluster of twenty nodes.
    private const int Cola = 64 * 1024;

    private readonly FileStream _archivo;
    private readonly byte[] _cola;

    public ArchivoDePuntos(string ruta)
    {
        DirectorioDeDatos.En(Path.GetDirectoryName(ruta)!);
        var opciones = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            opciones.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _archivo = new(ruta, opciones);
        _cola = new byte[Math.Min(Cola, _archivo.Length)];
        _archivo.Seek(-_cola.Length, SeekOrigin.End);
        _archivo.ReadExactly(_cola);

        // Half a line is what a power cut left of our own writing; nobody was told of it.
        var sobra = _cola.Length - 1 - Array.LastIndexOf(_cola, (byte)'\n');
        _archivo.SetLength(_archivo.Length - sobra);
        _cola = _cola[..^sobra];
    }

    /// <summary>The last checkpoint; null when there is none to be read.</summary>
    public PuntoDeControl? Ultimo()
    {
        var renglones = _cola.AsSpan().TrimEnd((byte)'\n');
        return PuntoDeControl.Leer(renglones[(renglones.LastIndexOf((byte)'\n') + 1)..]);
    }

    public void Agregar(ReadOnlySpan<byte> renglon)
    {
        _archivo.Seek(0, SeekOrigin.End);
        _archivo.Write([.. renglon, (byte)'\n']);
        _archivo.Flush(flushToDisk: true);
    }

    public void Dispose() => _archivo.Dispose();
}
