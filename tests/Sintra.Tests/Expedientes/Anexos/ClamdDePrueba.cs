using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>A clamd that knows one virus, speaking its protocol over a real socket: zINSTREAM, pieces behind their length, one of length 0, an answer.</summary>
internal sealed class ClamdDePrueba : IAsyncDisposable
{
    // In two, so that no antivirus takes this source for what it speaks of.
    public static readonly string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly Socket _oido;
    private readonly Task _atencion;

    private ClamdDePrueba(Socket oido, EndPoint donde)
    {
        _oido = oido;
        _oido.Bind(donde);
        _oido.Listen();
        _atencion = AtenderAsync();
    }

    /// <summary>Bytes of the last document it was asked about.</summary>
    public long Recibidos { get; private set; }

    public int Puerto => ((IPEndPoint)_oido.LocalEndPoint!).Port;

    public static ClamdDePrueba EnTcp() => new(new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), new IPEndPoint(IPAddress.Loopback, 0));

    public static ClamdDePrueba EnRuta(string ruta) => new(new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(ruta));

    public async ValueTask DisposeAsync()
    {
        _oido.Dispose();
        await _atencion;
    }

    private async Task AtenderAsync()
    {
        try
        {
            while (true)
            {
                using var quien = await _oido.AcceptAsync();
                await using var linea = new NetworkStream(quien);
                await ResponderAsync(linea);
            }
        }
        catch (Exception causa) when (causa is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed: it is down.
        }
    }

    private async Task ResponderAsync(NetworkStream linea)
    {
        var orden = new byte["zINSTREAM\0".Length];
        await linea.ReadExactlyAsync(orden);
        var (todo, largo) = (new MemoryStream(), new byte[4]);
        while (true)
        {
            await linea.ReadExactlyAsync(largo);
            if (BinaryPrimitives.ReadInt32BigEndian(largo) is not (> 0 and var cuantos))
            {
                break;
            }

            var pieza = new byte[cuantos];
            await linea.ReadExactlyAsync(pieza);
            todo.Write(pieza);
        }

        Recibidos = todo.Length;
        var respuesta = Encoding.ASCII.GetString(orden) != "zINSTREAM\0" ? "UNKNOWN COMMAND\0"
            : Encoding.Latin1.GetString(todo.ToArray()).Contains(Eicar, StringComparison.Ordinal) ? "stream: Win.Test.EICAR_HDB-1 FOUND\0"
            : "stream: OK\0";
        await linea.WriteAsync(Encoding.ASCII.GetBytes(respuesta));
    }
}
