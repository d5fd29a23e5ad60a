using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Sintra.Bench.Generador;

/// <summary>
/// <c>generar --expedientes N [--semilla S] [--datos DIR] [--postgres CONNECTION] [--resultado FILE]</c>: fills an empty database (SQLite's of
/// the folder without a connection), verifies its log and says what it took. Without a folder, one that is deleted at the end.
/// </summary>
internal static class VerboGenerar
{
    private static readonly JsonSerializerOptions Formato = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static async Task<int> EjecutarAsync(string[] argumentos)
    {
        string? Valor(string nombre) => Array.IndexOf(argumentos, nombre) is >= 0 and var i && i + 1 < argumentos.Length ? argumentos[i + 1] : null;
        var cuantas = int.Parse(Valor("--expedientes") ?? "10000", CultureInfo.InvariantCulture);
        var semilla = ulong.Parse(Valor("--semilla") ?? "0", CultureInfo.InvariantCulture);
        var temporal = Valor("--datos") is null ? Directory.CreateTempSubdirectory("sintra-generar-") : null;
        try
        {
            await using var nodo = await NodoDeFichas.NuevoAsync(Valor("--postgres"), DirectorioDeDatos.En(Valor("--datos") ?? temporal!.FullName), default);
            var cargaAntes = Carga();
            var servidor = await ServidorAsync(nodo.Postgres);
            var (procesador, suyo) = (Environment.CpuUsage.TotalTime, servidor?.Leer());
            var generado = await new Generacion(nodo).EjecutarAsync(new(nodo.Diccionario, semilla, cuantas), new Avance(cuantas), default);
            (procesador, suyo) = (Environment.CpuUsage.TotalTime - procesador, servidor?.Leer() - suyo);
            var (cargaDespues, reloj) = (Carga(), Stopwatch.StartNew());
            await using var alcance = nodo.Servicios.CreateAsyncScope();
            var bitacora = await alcance.ServiceProvider.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), default);
            var segundos = (generado.Escritura + generado.Cierre).TotalSeconds;
            var medida = new
            {
                fecha = TimeProvider.System.Hoy,
                motor = nodo.Postgres is null ? "SQLite" : "PostgreSQL",
                generado.Expedientes,
                segundos = Math.Round(segundos, 1),
                segundos_de_escritura = Math.Round(generado.Escritura.TotalSeconds, 1),
                segundos_de_cierre = Math.Round(generado.Cierre.TotalSeconds, 1),
                por_segundo = Math.Round(cuantas / segundos),
                cpu_de_la_aplicacion = Math.Round(procesador.TotalSeconds, 1),
                cpu_del_servidor = suyo is { } us ? Math.Round(us / 1e6, 1) : (double?)null,
                nucleos = Environment.ProcessorCount,
                carga = new[] { cargaAntes, cargaDespues },
                generado.Tamanos.Bytes,
                generado.Tamanos.Tablas,
                bitacora = new { verifica = bitacora.Ok, bitacora.Asientos, segundos = Math.Round(reloj.Elapsed.TotalSeconds, 1) },
            };
            var json = JsonSerializer.SerializeToNode(medida, Formato)!;
            await Console.Out.WriteLineAsync(json.ToJsonString(Formato));
            if (Valor("--resultado") is { } archivo)
            {
                await AnotarAsync(archivo, json);
            }

            return bitacora.Ok ? 0 : 1;
        }
        finally
        {
            temporal?.Delete(recursive: true);
        }
    }

    // One measure for each engine and size: the newest.
    private static async Task AnotarAsync(string archivo, JsonNode medida)
    {
        var anteriores = File.Exists(archivo) ? JsonNode.Parse(await File.ReadAllTextAsync(archivo))!.AsArray() : [];
        string Cual(JsonNode m) => $"{m["motor"]} {m["expedientes"]!.GetValue<int>():000000000}";
        var todas = anteriores.Select(m => m!.DeepClone()).Where(m => Cual(m) != Cual(medida)).Append(medida).OrderBy(Cual, StringComparer.Ordinal);
        await File.WriteAllTextAsync(archivo, new JsonArray([.. todas]).ToJsonString(Formato) + "\n");
    }

    // Null for SQLite, and for a server of another machine or whose folder this user may not read.
    private static async Task<CpuDePostgres?> ServidorAsync(string? cadena)
    {
        if (cadena is null)
        {
            return null;
        }

        await using var conexion = new NpgsqlConnection(cadena);
        await conexion.OpenAsync();
        try
        {
            return await CpuDePostgres.DeAsync(conexion);
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Carga() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "";

    private sealed class Avance(int cuantas) : IProgress<int>
    {
        private readonly Stopwatch _reloj = Stopwatch.StartNew();
        private TimeSpan _dicho;

        public void Report(int value)
        {
            if (_reloj.Elapsed - _dicho > TimeSpan.FromSeconds(10) || value == cuantas)
            {
                _dicho = _reloj.Elapsed;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0} of {cuantas:N0}, {value / _reloj.Elapsed.TotalSeconds:0} a second"));
            }
        }
    }
}
