using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Diccionario;

/// <summary>Where the dictionary in force comes from: the database, once a version, and then memory. One per process.</summary>
public sealed class FuenteDelDiccionario(IServiceScopeFactory ambitos, TimeProvider reloj)
{
    private readonly ConcurrentDictionary<int, DiccionarioVigente> _versiones = [];
    private volatile Calendario? _calendario;

    /// <summary>The newest version whose day has come: at midnight of Mexico City it changes by itself.</summary>
    /// <exception cref="InvalidOperationException"><see cref="PrepararAsync"/> has not run.</exception>
    public DiccionarioVigente Vigente => _calendario?.En(reloj.Hoy)
        ?? throw new InvalidOperationException("The dictionary has not been prepared: PrepararAsync runs at start, after the migrations.");

    /// <summary>The dictionary with which a section was written.</summary>
    public async Task<DiccionarioVigente> VersionAsync(int version, CancellationToken ct)
    {
        if (_versiones.TryGetValue(version, out var conocida))
        {
            return conocida;
        }

        await using var ambito = ambitos.CreateAsyncScope();
        return await CargarAsync(ambito.ServiceProvider.GetRequiredService<SintraDb>(), version, ct);
    }

    /// <summary>At start, after the migrations: stores what the program brings and the database has not seen, and takes what is in force.</summary>
    public async Task PrepararAsync(CancellationToken ct)
    {
        var semilla = Semilla.Elementos();
        var huella = Semilla.Huella(semilla);

        await using var ambito = ambitos.CreateAsyncScope();
        var db = ambito.ServiceProvider.GetRequiredService<SintraDb>();

        // Known, if not the newest: an older program on a newer database does not turn it back.
        if (!await ConoceAsync())
        {
            try
            {
                await new SiembraDelDiccionario(db, reloj).PublicarAsync(semilla, huella, ct);
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                // Another node starting at the same time stored the same version first; anything else is told.
                if (!await ConoceAsync())
                {
                    throw;
                }
            }
        }

        await RefrescarAsync(ct);

        Task<bool> ConoceAsync() => db.VersionesDeDiccionario.AnyAsync(v => v.Huella == huella, ct);
    }

    /// <summary>Takes what has been published since, by this node or another: the version in force and those whose day has not come.</summary>
    public async Task RefrescarAsync(CancellationToken ct)
    {
        await using var ambito = ambitos.CreateAsyncScope();
        var db = ambito.ServiceProvider.GetRequiredService<SintraDb>();
        var hoy = reloj.Hoy;
        var versiones = await db.VersionesDeDiccionario.AsNoTracking().OrderBy(v => v.Numero).Select(v => new { v.Numero, v.Desde }).ToListAsync(ct);
        if (versiones[^1].Numero == _calendario?.Ultima)
        {
            return;
        }

        var vigente = versiones.Last(v => v.Desde <= hoy).Numero;
        var suyas = new List<(DateOnly Desde, DiccionarioVigente Diccionario)>();
        foreach (var version in versiones.Where(v => v.Numero >= vigente))
        {
            suyas.Add((version.Desde, _versiones.GetValueOrDefault(version.Numero) ?? await CargarAsync(db, version.Numero, ct)));
        }

        _calendario = new(suyas);
    }

    private async Task<DiccionarioVigente> CargarAsync(SintraDb db, int version, CancellationToken ct) =>
        _versiones.GetOrAdd(version, static (v, elementos) => Armador.Armar(v, elementos), await db.ElementosDeAsync(version, ct));

    // By number, which is also by day.
    private sealed class Calendario(IReadOnlyList<(DateOnly Desde, DiccionarioVigente Diccionario)> versiones)
    {
        public int Ultima => versiones[^1].Diccionario.Version;

        // Before the first day there is no other dictionary than the first (a clock set back, a server whose day is wrong).
        public DiccionarioVigente En(DateOnly dia) => (versiones.Any(v => v.Desde <= dia) ? versiones.Last(v => v.Desde <= dia) : versiones[0]).Diccionario;
    }
}
