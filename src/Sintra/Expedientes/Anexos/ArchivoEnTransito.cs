using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sintra.Expedientes.Anexos;

/// <summary>
/// A document between its arrival and its place in the database: on disk and not in memory, sealed with a key that only this object holds and
/// under no name once the system allows it, so that neither a crash nor a stolen disk gives it away. It is written once, then read as often as
/// needed, from anywhere. Not for several threads at once.
/// </summary>
public sealed class ArchivoEnTransito : Stream
{
    private const int Largo = 256 * 1024;
    private const int Hueco = Caja.Sobrante + Largo;

    private readonly FileStream _disco;
    private readonly AesGcm _aes;
    private readonly byte[] _claro = new byte[Largo];
    private readonly byte[] _cerrado = new byte[Hueco];
    private long _escritos;
    private long _posicion;
    private long _abierto = -1;
    private bool _terminado;

    private ArchivoEnTransito(FileStream disco)
    {
        Span<byte> llave = stackalloc byte[32];
        RandomNumberGenerator.Fill(llave);
        (_disco, _aes) = (disco, new(llave, Caja.Etiqueta));
        CryptographicOperations.ZeroMemory(llave);
    }

    /// <summary>An empty one, to be written.</summary>
    public static ArchivoEnTransito Nuevo(DirectorioDeDatos directorio)
    {
        var ruta = Path.Combine(DirectorioDeDatos.En(directorio.Transito).Raiz, Guid.NewGuid().ToString("n"));
        var disco = ArchivoPrivado.Abrir(ruta, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(ruta); // open all the same; the system forgets it with the process, however that ends
        }

        return new(disco);
    }

    /// <summary>Takes in what arrives, up to a limit; what is beyond it is read and let go, so that whatever comes behind can be read.</summary>
    /// <returns>Null when it was beyond the limit.</returns>
    public static async Task<ArchivoEnTransito?> RecibirAsync(Stream origen, long maximo, DirectorioDeDatos directorio, CancellationToken ct)
    {
        var archivo = Nuevo(directorio);
        var completo = false;
        try
        {
            var pieza = new byte[64 * 1024];
            var recibidos = 0L;
            int leidos;
            while ((leidos = await origen.ReadAsync(pieza, ct)) > 0)
            {
                recibidos += leidos;
                if (recibidos <= maximo)
                {
                    archivo.Write(pieza.AsSpan(0, leidos));
                }
            }

            completo = recibidos <= maximo;
            archivo.Terminar();
            return completo ? archivo : null;
        }
        finally
        {
            if (!completo)
            {
                await archivo.DisposeAsync();
            }
        }
    }

    public override bool CanRead => _terminado;

    public override bool CanSeek => _terminado;

    public override bool CanWrite => !_terminado;

    public override long Length => _escritos;

    public override long Position
    {
        get => _posicion;
        set => _posicion = value < 0 ? throw new IOException("Before the beginning.") : value;
    }

    /// <summary>All is written: from here on it is read.</summary>
    public void Terminar()
    {
        if (!_terminado && _escritos % Largo is var resto and > 0)
        {
            Cerrar((int)resto);
        }

        _terminado = true;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_terminado, this);
        while (buffer.Length > 0)
        {
            var dentro = (int)(_escritos % Largo);
            var cuantos = Math.Min(buffer.Length, Largo - dentro);
            buffer[..cuantos].CopyTo(_claro.AsSpan(dentro));
            _escritos += cuantos;
            buffer = buffer[cuantos..];
            if (_escritos % Largo == 0)
            {
                Cerrar(Largo);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_posicion >= _escritos || buffer.Length == 0)
        {
            return 0;
        }

        var (trozo, dentro) = (_posicion / Largo, (int)(_posicion % Largo));
        Abrir(trozo);
        var cuantos = (int)Math.Min(Math.Min(buffer.Length, Largo - dentro), _escritos - _posicion);
        _claro.AsSpan(dentro, cuantos).CopyTo(buffer);
        _posicion += cuantos;
        return cuantos;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _posicion + offset,
        _ => _escritos + offset,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
        // What is not a whole piece stays in memory until there is no more to come.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
            _disco.Dispose();
            CryptographicOperations.ZeroMemory(_claro);
        }

        base.Dispose(disposing);
    }

    private void Cerrar(int cuantos)
    {
        Span<byte> lugar = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(lugar, (_escritos - 1) / Largo);
        Caja.Cerrar(_aes, _claro.AsSpan(0, cuantos), lugar, _cerrado.AsSpan(0, Caja.Sobrante + cuantos));
        _disco.Write(_cerrado.AsSpan(0, Caja.Sobrante + cuantos));
    }

    private void Abrir(long trozo)
    {
        if (_abierto == trozo)
        {
            return;
        }

        var cuantos = (int)Math.Min(Largo, _escritos - (trozo * Largo));
        _abierto = -1;
        _disco.Position = trozo * Hueco;
        _disco.ReadExactly(_cerrado.AsSpan(0, Caja.Sobrante + cuantos));
        Span<byte> lugar = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(lugar, trozo);
        Caja.Abrir(_aes, _cerrado.AsSpan(0, Caja.Sobrante + cuantos), lugar, _claro.AsSpan(0, cuantos));
        _abierto = trozo;
    }
}
