using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sintra.Expedientes.Anexos;

/// <summary>What the antivirus says of a document.</summary>
public enum Dictamen
{
    /// <summary>None is configured.</summary>
    SinAntivirus,
    Limpio,
    Infectado,

    /// <summary>It does not answer, or not what its protocol says.</summary>
    NoResponde,
}

/// <summary>
/// Asks clamd about a document by its INSTREAM command (clamd(8)): the bytes go over the socket in pieces, each behind its length, and a
/// piece of length 0 ends them. Nothing is written on disk for it.
/// </summary>
public sealed class Antivirus(OpcionesDeAnexos opciones)
{
    private const int Pieza = 64 * 1024;
    private const int LargoDeRespuesta = 1024;

    /// <param name="contenido">Read from its beginning to its end.</param>
    public async Task<Dictamen> ExaminarAsync(Stream contenido, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(opciones.ClamAv) || DireccionDeAntivirus.Leer(opciones.ClamAv) is not { } direccion)
        {
            return Dictamen.SinAntivirus;
        }

        using var plazo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        plazo.CancelAfter(TimeSpan.FromSeconds(opciones.Segundos));
        try
        {
            return await PreguntarAsync(direccion, contenido, plazo.Token);
        }
        catch (Exception causa) when (causa is SocketException or IOException || (causa is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Dictamen.NoResponde;
        }
    }

    private static async Task<Dictamen> PreguntarAsync(EndPoint direccion, Stream contenido, CancellationToken ct)
    {
        using var socket = direccion is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(direccion, ct);
        await using var linea = new NetworkStream(socket, ownsSocket: false);
        await linea.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var pieza = new byte[sizeof(int) + Pieza];
        contenido.Position = 0;
        int leidos;
        while ((leidos = await contenido.ReadAsync(pieza.AsMemory(sizeof(int)), ct)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(pieza, leidos);
            await linea.WriteAsync(pieza.AsMemory(0, sizeof(int) + leidos), ct);
        }

        await linea.WriteAsync(new byte[sizeof(int)], ct);
        return Entender(await RespuestaAsync(linea, ct));
    }

    private static async Task<string> RespuestaAsync(NetworkStream linea, CancellationToken ct)
    {
        var (respuesta, largo) = (new byte[LargoDeRespuesta], 0);
        int leidos;
        while (largo < respuesta.Length && (leidos = await linea.ReadAsync(respuesta.AsMemory(largo), ct)) > 0)
        {
            largo += leidos;
            if (respuesta.AsSpan(0, largo).Contains((byte)0))
            {
                break;
            }
        }

        return Encoding.ASCII.GetString(respuesta, 0, largo).TrimEnd('\0', '\n', '\r', ' ');
    }

    // «stream: OK», «stream: Eicar-Signature FOUND»; «… ERROR» when it was too much for it or it failed, which is no answer.
    private static Dictamen Entender(string respuesta) =>
        respuesta == "stream: OK" ? Dictamen.Limpio
        : respuesta.StartsWith("stream: ", StringComparison.Ordinal) && respuesta.EndsWith(" FOUND", StringComparison.Ordinal) ? Dictamen.Infectado
        : Dictamen.NoResponde;
}

/// <summary>Where clamd listens, as settings say it.</summary>
internal static class DireccionDeAntivirus
{
    /// <returns>Null when it is neither <c>host:port</c> nor a path.</returns>
    public static EndPoint? Leer(string texto)
    {
        var escrita = texto.Trim();
        if (Path.IsPathRooted(escrita))
        {
            return new UnixDomainSocketEndPoint(escrita);
        }

        var dosPuntos = escrita.LastIndexOf(':');
        return dosPuntos > 0 && int.TryParse(escrita[(dosPuntos + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var puerto) && puerto is > 0 and <= ushort.MaxValue
            ? new DnsEndPoint(escrita[..dosPuntos].Trim('[', ']'), puerto)
            : null;
    }
}
