using Npgsql;
using Sintra.Bench;
using Sintra.Bench.Generador;

if (args is ["generar", .. var orden])
{
    return await VerboGenerar.EjecutarAsync(orden);
}

// SINTRA_POSTGRES: server where databases may be made (bench/medir.sh starts one). Arguments: operations a cell, sizes.
var servidor = Environment.GetEnvironmentVariable("SINTRA_POSTGRES") ?? throw new InvalidOperationException("SINTRA_POSTGRES is not set: run bench/medir.sh.");
var operaciones = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 3_000;
int[] tamanos = args.Length > 1 ? [.. args[1..].Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))] : [10_000, 100_000];
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
