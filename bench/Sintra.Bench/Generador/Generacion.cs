using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;

namespace Sintra.Bench.Generador;

/// <param name="Escritura">Making the files and handing them to the engine.</param>
/// <param name="Cierre">Keys, indexes, references, statistics.</param>
internal sealed record Generado(int Expedientes, TimeSpan Escritura, TimeSpan Cierre, Tamanos Tamanos);

/// <summary>
/// Fills a database with made-up files, many at once: every core makes batches (answers, sections, seals, tokens, filters, facts: the use
/// cases' own code), and one writer chains the log and hands them on in their order, so that the same seed gives the same rows.
/// </summary>
internal sealed class Generacion(NodoDeFichas nodo)
{
    private const int PorLote = 250;

    private static readonly TimeSpan Renovacion = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidOperationException">The database has files or events already.</exception>
    public async Task<Generado> EjecutarAsync(Fichas fichas, IProgress<int>? avance, CancellationToken ct)
    {
        var (tablas, cabezas) = await MirarAsync(ct);
        await using IDestino destino = nodo.Postgres is { } cadena ? new DestinoPostgres(cadena, tablas) : new DestinoSqlite(nodo.Directorio.Base, tablas);
        var bloques = nodo.OtroBloque();
        var cadenas = new Cadenas(
            nodo.Servicios.GetRequiredService<Llavero>().Vigente(UsoDeLlave.Bitacora).Material,
            await bloques.TomarAsync(ct),
            nodo.Postgres is null ? 1 : Carriles.PorBloque / 2,
            cabezas);

        var reloj = Stopwatch.StartNew();
        await destino.AbrirAsync(ct);
        await EscribirAsync(fichas, destino, cadenas, bloques, avance, ct);
        var escritura = reloj.Elapsed;
        await destino.CerrarAsync(ct);
        var cierre = reloj.Elapsed - escritura;
        await bloques.SoltarAsync(ct);
        return new(fichas.Cuantas, escritura, cierre, await destino.MedirAsync(ct));
    }

    private async Task EscribirAsync(Fichas fichas, IDestino destino, Cadenas cadenas, IBloques bloques, IProgress<int>? avance, CancellationToken ct)
    {
        var lotes = Channel.CreateBounded<Task<Lote>>(Environment.ProcessorCount);
        var libres = new ConcurrentBag<Lote>();
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reparto = Task.Run(() => RepartirAsync(fichas, destino, libres, lotes.Writer, fin.Token), CancellationToken.None);
        try
        {
            var (hechas, desde) = (0, Stopwatch.StartNew());
            await foreach (var tarea in lotes.Reader.ReadAllAsync(ct))
            {
                var lote = await tarea;
                cadenas.Encadenar(lote);
                await destino.EscribirAsync(lote, ct);
                avance?.Report(hechas += lote.Fichas);
                lote.Vaciar();
                libres.Add(lote);
                if (desde.Elapsed > Renovacion)
                {
                    await bloques.RenovarAsync(ct);
                    desde.Restart();
                }
            }
        }
        finally
        {
            await fin.CancelAsync();
            await reparto.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // As many batches under way as the channel holds: whoever writes slower than they are made is waited for.
    private async Task RepartirAsync(Fichas fichas, IDestino destino, ConcurrentBag<Lote> libres, ChannelWriter<Task<Lote>> salida, CancellationToken ct)
    {
        try
        {
            for (var numero = 0; numero * PorLote < fichas.Cuantas; numero++)
            {
                var cual = numero;
                await salida.WriteAsync(Task.Run(() => Hacer(cual), ct), ct);
            }
        }
        finally
        {
            salida.TryComplete();
        }

        Lote Hacer(int numero)
        {
            var lote = libres.TryTake(out var libre) ? libre : destino.NuevoLote();
            lote.Numero = numero;
            using var fabrica = new Fabrica(nodo.Servicios, fichas);
            for (var n = (numero * PorLote) + 1; n <= Math.Min((numero + 1) * PorLote, fichas.Cuantas); n++)
            {
                fabrica.Hacer(n, lote);
            }

            return lote;
        }
    }

    private async Task<(IReadOnlyDictionary<Type, TablaDeEntidad> Tablas, IReadOnlyDictionary<int, Cabeza> Cabezas)> MirarAsync(CancellationToken ct)
    {
        await using var alcance = nodo.Servicios.CreateAsyncScope();
        var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
        return await db.Expedientes.AnyAsync(ct) || await db.Hechos.AnyAsync(ct)
            ? throw new InvalidOperationException("The database has files or events already: the generator fills empty ones.")
            : (TablaDeEntidad.De(db.Model), (await db.CabezasAsync(ct)).ToDictionary(c => c.Carril, c => new Cabeza(c.N, c.Mac)));
    }
}
