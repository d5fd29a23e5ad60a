using System.Net;
using System.Net.Sockets;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>The houses a browser visits, served by the real server: over HTTP on loopback, as a first start is, or over TLS, as a ministry's is.</summary>
public sealed class CasasServidas : IAsyncDisposable
{
    private readonly List<Casa> _casas = [];
    private readonly SemaphoreSlim _una = new(1);

    /// <summary>Empty: its first administrator has yet to come.</summary>
    public async Task<Casa> NuevaAsync(Motor motor, bool tls = false)
    {
        var casa = await Casa.NuevaAsync(motor, kestrel: true, certificado: tls ? CertificadoDePruebas.Certificado : null, puerto: PuertoLibre());
        await _una.WaitAsync();
        _casas.Add(casa);
        _una.Release();
        return casa;
    }

    // Known before the house starts, for its public address says it, and a passkey answers to no other.
    private static int PuertoLibre()
    {
        using var prueba = new TcpListener(IPAddress.Loopback, 0);
        prueba.Start();
        return ((IPEndPoint)prueba.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var casa in _casas)
        {
            await casa.DisposeAsync();
        }

        _una.Dispose();
    }
}
