using System.Diagnostics;
using System.Text.Json;

namespace Sintra.Tests.Arranque;

/// <summary>The program as an operator runs it: a process of its own, told what to do by its arguments and its environment.</summary>
internal static class Proceso
{
    private static readonly TimeSpan Plazo = TimeSpan.FromMinutes(3);

    public sealed record Final(int Codigo, string Salida, string Errores)
    {
        /// <summary>Standard output, which must be one JSON document and nothing else.</summary>
        public JsonElement Json => Salida.StartsWith('{') ? JsonDocument.Parse(Salida).RootElement : throw new InvalidOperationException($"No document ({Codigo}): {Salida}{Errores}");
    }

    public static Task<Final> OrdenAsync(BaseDePruebas sobre, params string[] args) =>
        CorrerAsync(sobre.Postgres, [.. args, "--datos", sobre.Datos.Raiz]);

    public static async Task<Final> CorrerAsync(string? postgres, params string[] args)
    {
        using var proceso = Iniciar(postgres, args);
        var (salida, errores) = (proceso.StandardOutput.ReadToEndAsync(), proceso.StandardError.ReadToEndAsync());
        using var plazo = new CancellationTokenSource(Plazo);
        try
        {
            await proceso.WaitForExitAsync(plazo.Token);
        }
        catch (OperationCanceledException)
        {
            proceso.Kill(entireProcessTree: true);
            throw new TimeoutException($"Sintra.Web {string.Join(' ', args)} did not end. {await errores}");
        }

        return new(proceso.ExitCode, await salida, await errores);
    }

    public static Process Iniciar(string? postgres, params string[] args)
    {
        var inicio = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        // Only what the test says: not the settings of whoever runs it.
        foreach (var ajena in inicio.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("ConnectionStrings", StringComparison.Ordinal)).ToList())
        {
            inicio.Environment.Remove(ajena);
        }

        if (postgres is not null)
        {
            inicio.Environment["ConnectionStrings__Postgres"] = postgres;
        }

        return Process.Start(inicio)!;
    }
}
