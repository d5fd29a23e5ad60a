using System.Globalization;
using System.Text.Json;

namespace Sintra.Bench;

/// <param name="Tamano">Files in the database when the measuring of this size began.</param>
internal sealed record Renglon(string Operacion, int Tamano, int Escritores, string Via, Costo Costo);

/// <summary>What came out.</summary>
/// <param name="Filas">Rows one file has, by table.</param>
internal sealed record Registro(
    IReadOnlyList<Renglon> Renglones, IReadOnlyList<(string Parte, double Us)> Partes, IReadOnlyDictionary<string, int> Filas, bool BitacoraVerifica, long Asientos)
{
    public const string Producto = "product";
    public const string Directo = "plain Npgsql";
    public const string PorPasos = "plain, statement by statement";

    private static readonly JsonSerializerOptions Formato = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task PublicarAsync(TextWriter salida, string archivo)
    {
        await salida.WriteLineAsync($"One file: {string.Join(", ", Filas.Select(f => $"{f.Key} {f.Value}"))} rows; {FichaSintetica.Respuestas} answers.\n");
        await salida.WriteLineAsync("| operation | files | at once | way | app µs | PG µs | CPU µs | ratio | wall µs | KB |");
        await salida.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var r in Renglones)
        {
            await salida.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {r.Operacion} | {r.Tamano} | {r.Escritores} | {r.Via} | {r.Costo.App:0} | {r.Costo.Postgres:0} | {r.Costo.Cpu:0} | {Razon(r):0.00} | {r.Costo.Pared:0} | {r.Costo.Bytes / 1024:0} |"));
        }

        await salida.WriteLineAsync("\n| growth of the CPU, smallest to largest size | at once | product | plain Npgsql |\n|---|---|---|---|");
        foreach (var c in Crecimientos())
        {
            await salida.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {c.Operacion} | {c.Escritores} | {c.Producto:0.00} | {c.Directo:0.00} |"));
        }

        await salida.WriteLineAsync("\n| part of creating, alone | app µs |\n|---|---|");
        foreach (var (parte, us) in Partes)
        {
            await salida.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {parte} | {us:0} |"));
        }

        await salida.WriteLineAsync($"\nLog: {Asientos} lines, {(BitacoraVerifica ? "verifies" : "DOES NOT VERIFY")}.");
        await File.WriteAllTextAsync(archivo, JsonSerializer.Serialize(
            new
            {
                fecha = TimeProvider.System.Hoy,
                filas_de_una_ficha = Filas,
                medidas = Renglones.Select(r => new { r.Operacion, r.Tamano, r.Escritores, r.Via, r.Costo.Operaciones, r.Costo.App, r.Costo.Postgres, r.Costo.Cpu, Razon = Razon(r), r.Costo.Pared, r.Costo.Bytes }),
                crecimientos = Crecimientos().Select(c => new { c.Operacion, c.Escritores, c.Producto, c.Directo }),
                partes = Partes.Select(p => new { p.Parte, p.Us }),
                bitacora = new { verifica = BitacoraVerifica, asientos = Asientos },
            },
            Formato) + "\n");
    }

    // To the peer's best way in the same run.
    private double Razon(Renglon renglon) => renglon.Costo.Cpu / Buscar(renglon.Operacion, renglon.Tamano, renglon.Escritores, Directo);

    private IEnumerable<(string Operacion, int Escritores, double Producto, double Directo)> Crecimientos()
    {
        var (menor, mayor) = (Renglones.Min(r => r.Tamano), Renglones.Max(r => r.Tamano));
        double Crece(string operacion, int escritores, string via) => Buscar(operacion, mayor, escritores, via) / Buscar(operacion, menor, escritores, via);
        return Renglones.Select(r => (r.Operacion, r.Escritores)).Distinct()
            .Select(c => (c.Operacion, c.Escritores, Crece(c.Operacion, c.Escritores, Producto), Crece(c.Operacion, c.Escritores, Directo)));
    }

    private double Buscar(string operacion, int tamano, int escritores, string via) =>
        Renglones.Single(r => r.Operacion == operacion && r.Tamano == tamano && r.Escritores == escritores && r.Via == via).Costo.Cpu;
}
