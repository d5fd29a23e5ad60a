using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sintra.Practica;

namespace Sintra.Bench.Apagon;

/// <summary>
/// <c>apagon --programa Sintra.Web.dll [--postgres SERVER] [--golpes 20] [--registradores 20] [--semilla 1] [--estropear fila|asiento]</c>:
/// registrars at work over HTTP on a real server that is killed (SIGKILL) at random moments and started again; then everything acknowledged must
/// be there, and nothing half. With <c>--estropear</c> the data are damaged before the check, which must then end with 1.
/// </summary>
internal static class VerboApagon
{
    private static readonly JsonSerializerOptions Formato = new() { WriteIndented = true };

    public static async Task<int> EjecutarAsync(string[] argumentos)
    {
        string? Valor(string nombre) => Array.IndexOf(argumentos, nombre) is >= 0 and var i && i + 1 < argumentos.Length ? argumentos[i + 1] : null;
        int Numero(string nombre, int omision) => int.Parse(Valor(nombre) ?? omision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var (golpes, cuantos, semilla) = (Numero("--golpes", 20), Numero("--registradores", 20), Numero("--semilla", 1));
        var programa = Path.GetFullPath(Valor("--programa") ?? throw new InvalidOperationException("--programa says where Sintra.Web.dll is."));
        await using var instalacion = await Instalacion.NuevaAsync(Valor("--postgres"));
        using var servidor = new ServidorReal(programa, instalacion.Datos.Raiz, instalacion.Postgres);
        var (carga, reloj, cuentas) = (Carga(), Stopwatch.StartNew(), new Cuentas());
        if (await servidor.OrdenAsync("migrar") is { Codigo: not 0 } negado)
        {
            throw new InvalidOperationException(negado.Salida);
        }

        await servidor.ArrancarAsync(default);
        var secretos = await instalacion.CuentasAsync(cuantos);
        var registradores = secretos.Select((s, i) => new Registrador($"R{i + 1}", servidor.Direccion, s, (ulong)((semilla * 1000) + i), cuentas)).ToList();
        using var alto = new CancellationTokenSource();
        var trabajos = registradores.Select(r => Task.Run(() => r.TrabajarAsync(alto.Token))).ToList();
        var arranques = await GolpearAsync(servidor, golpes, new((ulong)semilla), trabajos, cuentas);
        await alto.CancelAsync();
        await Task.WhenAll(trabajos);

        // As the last blackout and the work after it left it; one more, with nobody at work, and the log is read by the program's own verb.
        var perdidos = await BorradoresPerdidosAsync(registradores);
        await servidor.MatarAsync();
        await using var db = instalacion.Contexto();
        if (Valor("--estropear") is { } dano)
        {
            await Estropear.UnoAsync(db, dano, [.. registradores.SelectMany(r => r.Cuadernos)]);
        }

        var (codigo, salida) = await servidor.OrdenAsync("bitacora", "verificar", "--json");
        var (expedientes, versiones, faltas) = await Comprobacion.DeAsync(db, [.. registradores.SelectMany(r => r.Cuadernos)]);
        faltas.AddRange(perdidos.Faltas);
        faltas.AddRange(cuentas.Extranas);
        var bien = codigo == 0 && faltas.Count == 0;
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                motor = instalacion.Postgres is null ? "SQLite" : "PostgreSQL",
                bien,
                golpes,
                registradores = cuantos,
                semilla,
                confirmadas = new { altas = cuentas.Altas, registros = cuentas.Registros, guardadas = cuentas.Guardadas, borradores = cuentas.Borradores },
                sin_respuesta = cuentas.SinRespuesta,
                expedientes,
                versiones,
                borradores_revisados = perdidos.Revisados,
                bitacora = codigo == 0 ? JsonSerializer.Deserialize<JsonElement>(salida) : (object)salida,
                arranque_mediano_s = Math.Round(arranques.Order().ElementAt(arranques.Count / 2).TotalSeconds, 1),
                segundos = Math.Round(reloj.Elapsed.TotalSeconds),
                carga = new[] { carga, Carga() },
                faltas = faltas.Take(50),
            },
            Formato));
        registradores.ForEach(r => r.Dispose());
        return bien ? 0 : 1;
    }

    private static async Task<List<TimeSpan>> GolpearAsync(ServidorReal servidor, int golpes, Azar azar, List<Task> trabajos, Cuentas cuentas)
    {
        var arranques = new List<TimeSpan>();
        for (var golpe = 1; golpe <= golpes; golpe++)
        {
            // At a random moment of work, not of starting.
            for (var confirmadas = cuentas.Confirmadas; cuentas.Confirmadas == confirmadas && !trabajos.Exists(t => t.IsFaulted);)
            {
                await Task.Delay(50);
            }

            await Task.WhenAny([Task.Delay(azar.Entre(100, 6_000)), .. trabajos]);
            if (trabajos.Find(t => t.IsFaulted) is { } roto)
            {
                await roto;
            }

            await servidor.MatarAsync();
            arranques.Add(await servidor.ArrancarAsync(default));
            await Console.Error.WriteLineAsync($"{golpe}/{golpes}: {arranques[^1].TotalSeconds:0.0} s");
        }

        return arranques;
    }

    // Through the door: only the program opens the seal of a draft.
    private static async Task<(int Revisados, List<string> Faltas)> BorradoresPerdidosAsync(IEnumerable<Registrador> registradores)
    {
        var (revisados, faltas) = (0, new List<string>());
        foreach (var registrador in registradores)
        {
            foreach (var cuaderno in registrador.Cuadernos.Where(c => c.BorradorConfirmado > c.Confirmado))
            {
                revisados++;
                var mostrado = await registrador.MostradoAsync(cuaderno);
                if (mostrado < cuaderno.BorradorConfirmado || mostrado > Math.Max(cuaderno.Enviado, cuaderno.BorradorEnviado))
                {
                    faltas.Add($"{cuaderno.Id}: draft {cuaderno.BorradorConfirmado} acknowledged, {mostrado} shown");
                }
            }
        }

        return (revisados, faltas);
    }

    private static string Carga() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));
}
