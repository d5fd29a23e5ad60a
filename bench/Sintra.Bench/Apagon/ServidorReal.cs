using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sintra.Bench.Apagon;

/// <summary>Sintra.Web as an operator runs it: a process of its own on a port of its own, that dies without being told.</summary>
internal sealed class ServidorReal(string programa, string datos, string? postgres) : IDisposable
{
    private static readonly TimeSpan Plazo = TimeSpan.FromMinutes(3);
    private readonly HttpClient _salud = Clientes.Con(new SocketsHttpHandler());
    private Process? _proceso;

    public Uri Direccion { get; } = new($"http://localhost:{PuertoLibre()}");

    /// <summary>Starts it, and waits until it serves.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> ArrancarAsync(CancellationToken ct)
    {
        var reloj = Stopwatch.StartNew();
        _proceso = Lanzar("--urls", Direccion.ToString());
        while (!await EstaListoAsync(ct))
        {
            if (_proceso.HasExited || reloj.Elapsed > Plazo)
            {
                throw new InvalidOperationException("Sintra.Web did not start; see salida.txt in its data folder.");
            }

            await Task.Delay(50, ct);
        }

        return reloj.Elapsed;
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task MatarAsync()
    {
        _proceso!.Kill();
        await _proceso.WaitForExitAsync();
        _proceso.Dispose();
        _proceso = null;
    }

    /// <summary>A verb of the same program on the same data.</summary>
    /// <returns>Its exit code and what it said.</returns>
    public async Task<(int Codigo, string Salida)> OrdenAsync(params string[] args)
    {
        using var proceso = Lanzar(args);
        var (salida, errores) = (proceso.StandardOutput.ReadToEndAsync(), proceso.StandardError.ReadToEndAsync());
        await proceso.WaitForExitAsync();
        return (proceso.ExitCode, await salida + await errores);
    }

    public void Dispose()
    {
        _proceso?.Kill();
        _proceso?.Dispose();
        _salud.Dispose();
    }

    private Process Lanzar(params string[] args)
    {
        var esServidor = args[0] == "--urls";
        var inicio = new ProcessStartInfo("dotnet", [programa, .. args, "--datos", datos])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (postgres is not null)
        {
            inicio.Environment["ConnectionStrings__Postgres"] = postgres;
        }

        var proceso = Process.Start(inicio) ?? throw new Win32Exception("dotnet did not start.");
        if (esServidor)
        {
            var registro = Path.Combine(datos, "salida.txt");
            proceso.OutputDataReceived += (_, linea) => Anotar(registro, linea.Data);
            proceso.ErrorDataReceived += (_, linea) => Anotar(registro, linea.Data);
            proceso.BeginOutputReadLine();
            proceso.BeginErrorReadLine();
        }

        return proceso;
    }

    private static void Anotar(string registro, string? linea)
    {
        lock (registro)
        {
            File.AppendAllText(registro, linea + "\n");
        }
    }

    private async Task<bool> EstaListoAsync(CancellationToken ct)
    {
        try
        {
            using var respuesta = await _salud.GetAsync(new Uri(Direccion, "/salud/lista"), ct);
            return respuesta.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int PuertoLibre()
    {
        using var prueba = new TcpListener(IPAddress.Loopback, 0);
        prueba.Start();
        return ((IPEndPoint)prueba.LocalEndpoint).Port;
    }
}
