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

    /// <param name="ajustes">Settings in its environment.</param>
    public static Task<Final> ConAjustesAsync(BaseDePruebas sobre, IReadOnlyDictionary<string, string> ajustes, params string[] args) =>
        TerminarAsync(Iniciar(sobre.Postgres, ajustes, [.. args, "--datos", sobre.Datos.Raiz]), args);

    public static Task<Final> CorrerAsync(string? postgres, params string[] args) => TerminarAsync(Iniciar(postgres, args), args);

    private static async Task<Final> TerminarAsync(Process proceso, string[] args)
    {
        using var suyo = proceso;
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

    public static Process Iniciar(string? postgres, params string[] args) => Iniciar(postgres, new Dictionary<string, string>(), args);

    private static Process Iniciar(string? postgres, IReadOnlyDictionary<string, string> ajustes, string[] args)
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

        foreach (var (clave, valor) in ajustes)
        {
            inicio.Environment[clave] = valor;
        }

        return Process.Start(inicio)!;
    }
}
