using System.Globalization;
using Npgsql;
using Sintra.Bench.Apagon;
using Sintra.Bench.Generador;

namespace Sintra.Bench;

/// <summary>What <c>bench/medir.sh</c> and <c>bench/drills/apagon.sh</c> run: the generator (<c>generar</c>), the drill (<c>apagon</c>), else the measurement (operations a cell, sizes).</summary>
internal static class Entrada
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["generar", .. var orden] => VerboGenerar.EjecutarAsync(orden),
        ["apagon", .. var orden] => VerboApagon.EjecutarAsync(orden),
        _ => MedirAsync(args),
    };

    // SINTRA_POSTGRES: server where databases may be made.
    private static async Task<int> MedirAsync(string[] args)
    {
        var servidor = Environment.GetEnvironmentVariable("SINTRA_POSTGRES") ?? throw new InvalidOperationException("SINTRA_POSTGRES is not set: run bench/medir.sh.");
        var operaciones = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3_000;
        int[] tamanos = args.Length > 1 ? [.. args[1..].Select(a => int.Parse(a, CultureInfo.InvariantCulture))] : [10_000, 100_000];
        var temporal = Directory.CreateTempSubdirectory("sintra-medir-");
        try
        {
            await using var admin = NpgsqlDataSource.Create($"{servidor};Database=postgres;Pooling=false");
            await using var banco = await Banco.NuevoAsync(servidor, admin, DirectorioDeDatos.En(temporal.FullName));
            var registro = await banco.MedirAsync(tamanos, operaciones);
            await registro.PublicarAsync(Console.Out, Path.Combine(AppContext.BaseDirectory, "registro.json"));
            return registro.BitacoraVerifica ? 0 : 1;
        }
        finally
        {
            temporal.Delete(recursive: true);
        }
    }
}
