using System.Globalization;
using Npgsql;

namespace Sintra.Bench;

/// <summary>User and system time of a PostgreSQL server on this machine, of all its processes, those that have ended included.</summary>
internal sealed class CpuDePostgres
{
    private const double TicksPorSegundo = 100;
    private readonly int _raiz;

    private CpuDePostgres(int raiz) => _raiz = raiz;

    public static async Task<CpuDePostgres> DeAsync(NpgsqlConnection conexion)
    {
        await using var orden = new NpgsqlCommand("show data_directory", conexion);
        var carpeta = (string)(await orden.ExecuteScalarAsync())!;
        return new(int.Parse((await File.ReadAllLinesAsync(Path.Combine(carpeta, "postmaster.pid")))[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Microseconds since the server started.</summary>
    public double Leer()
    {
        var total = 0.0;
        foreach (var carpeta in Directory.GetDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            if (Estado(carpeta) is { } campos && (Pid(carpeta) == _raiz || campos[1] == _raiz.ToString(CultureInfo.InvariantCulture)))
            {
                // utime, stime; of the root also what its ended children used.
                total += Suma(campos, 11, 12) + (Pid(carpeta) == _raiz ? Suma(campos, 13, 14) : 0);
            }
        }

        return total / TicksPorSegundo * 1e6;
    }

    private static int Pid(string carpeta) => int.Parse(Path.GetFileName(carpeta), CultureInfo.InvariantCulture);

    private static double Suma(string[] campos, int a, int b) =>
        double.Parse(campos[a], CultureInfo.InvariantCulture) + double.Parse(campos[b], CultureInfo.InvariantCulture);

    // Fields after the name, which may hold spaces: state is 0, parent 1, utime 11, stime 12, cutime 13, cstime 14.
    private static string[]? Estado(string carpeta)
    {
        try
        {
            var texto = File.ReadAllText(Path.Combine(carpeta, "stat"));
            return texto[(texto.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // it ended while we looked
        }
    }
}
