using System.Diagnostics;

namespace Sintra.Bench;

/// <summary>What one operation costs on average.</summary>
/// <param name="App">Microseconds of CPU of this process, collector included.</param>
/// <param name="Postgres">Microseconds of CPU of the server, its background processes included.</param>
/// <param name="Pared">Microseconds from asking to having, on a machine that others share.</param>
/// <param name="Bytes">Allocated on the managed heap.</param>
internal sealed record Costo(int Operaciones, double App, double Postgres, double Pared, double Bytes)
{
    public double Cpu => App + Postgres;
}

/// <summary>One way of doing an operation: who does it, writer by writer.</summary>
/// <param name="Hacer">Writer from 0, number of the operation.</param>
internal sealed record Via(string Nombre, Func<int, int, Task> Hacer);

/// <summary>Runs the ways in turns, block by block and each time in the other order, so that what else the machine does falls upon all of them.</summary>
internal sealed class Medidor(CpuDePostgres postgres, int porBloque)
{
    public async Task<IReadOnlyList<(Via Via, Costo Costo)>> MedirAsync(IReadOnlyList<Via> vias, int escritores, int operaciones)
    {
        var sumas = vias.ToDictionary(v => v, _ => new Costo(0, 0, 0, 0, 0));
        var n = 0;
        for (var bloque = 0; bloque * porBloque < operaciones; bloque++)
        {
            foreach (var via in bloque % 2 == 0 ? vias : vias.Reverse())
            {
                sumas[via] = Sumar(sumas[via], await BloqueAsync(via, escritores, n));
            }

            n += porBloque;
        }

        return [.. vias.Select(v => (v, PorOperacion(sumas[v])))];
    }

    private async Task<Costo> BloqueAsync(Via via, int escritores, int primera)
    {
        GC.Collect();
        var (app, pg, bytes, reloj) = (Environment.CpuUsage.TotalTime, postgres.Leer(), GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, escritores).Select(e => Task.Run(async () =>
        {
            for (var i = e; i < porBloque; i += escritores)
            {
                await via.Hacer(e, primera + i);
            }
        })));

        var pared = reloj.Elapsed;
        return new(
            porBloque,
            (Environment.CpuUsage.TotalTime - app).TotalMicroseconds,
            postgres.Leer() - pg,
            pared.TotalMicroseconds * escritores,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static Costo Sumar(Costo a, Costo b) => new(a.Operaciones + b.Operaciones, a.App + b.App, a.Postgres + b.Postgres, a.Pared + b.Pared, a.Bytes + b.Bytes);

    private static Costo PorOperacion(Costo s) => new(s.Operaciones, s.App / s.Operaciones, s.Postgres / s.Operaciones, s.Pared / s.Operaciones, s.Bytes / s.Operaciones);
}
