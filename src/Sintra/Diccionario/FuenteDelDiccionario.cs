using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Diccionario;

/// <summary>Where the dictionary in force comes from: the database, once, and then memory. One per process.</summary>
public sealed class FuenteDelDiccionario(IServiceScopeFactory ambitos, TimeProvider reloj)
{
    // Above this, one SaveChanges holds more than it gains.
    private const int Lote = 2_000;

    private readonly ConcurrentDictionary<int, DiccionarioVigente> _versiones = [];
    private volatile DiccionarioVigente? _vigente;

    /// <exception cref="InvalidOperationException"><see cref="PrepararAsync"/> has not run.</exception>
    public DiccionarioVigente Vigente => _vigente ?? throw new InvalidOperationException("The dictionary has not been prepared: PrepararAsync runs at start, after the migrations.");

    /// <summary>The dictionary with which a section was written.</summary>
    public async Task<DiccionarioVigente> VersionAsync(int version, CancellationToken ct)
    {
        if (_versiones.TryGetValue(version, out var conocida))
        {
            return conocida;
        }

        await using var ambito = ambitos.CreateAsyncScope();
        return Recordar(version, await ElementosAsync(ambito.ServiceProvider.GetRequiredService<SintraDb>(), version, ct));
    }

    /// <summary>At start, after the migrations: stores what the program brings and the database has not seen, and takes the newest version.</summary>
    public async Task PrepararAsync(CancellationToken ct)
    {
        var semilla = Semilla.Elementos();
        var huella = Semilla.Huella(semilla);

        await using var ambito = ambitos.CreateAsyncScope();
        var db = ambito.ServiceProvider.GetRequiredService<SintraDb>();
        var versiones = await VersionesAsync(db, ct);

        // Known, if not the newest: an older program on a newer database does not turn it back.
        if (versiones.All(v => v.Huella != huella))
        {
            var nueva = versiones.Count == 0 ? 1 : versiones.Max(v => v.Numero) + 1;
            try
            {
                await PublicarAsync(db, semilla, huella, nueva, ct);
            }
            catch (DbUpdateException)
            {
                // Another node starting at the same time stored the same version first; anything else is told.
                versiones = await VersionesAsync(db, ct);
                if (versiones.All(v => v.Huella != huella))
                {
                    throw;
                }
            }

            versiones = await VersionesAsync(db, ct);
        }

        var ultima = versiones.Max(v => v.Numero);
        _vigente = Recordar(ultima, await ElementosAsync(db, ultima, ct));
    }

    private DiccionarioVigente Recordar(int version, IEnumerable<Elemento> elementos) =>
        _versiones.GetOrAdd(version, static (v, e) => Armador.Armar(v, e), elementos);

    private async Task PublicarAsync(SintraDb db, IReadOnlyList<Elemento> semilla, string huella, int version, CancellationToken ct)
    {
        var anteriores = (await ElementosAsync(db, version - 1, ct)).ToDictionary(e => (e.Clase, e.Clave));
        List<ElementoDeDiccionario> cambios =
        [
            .. semilla
                .Where(e => anteriores.GetValueOrDefault((e.Clase, e.Clave)) is not { } antes || antes.Orden != e.Orden || antes.Definicion != e.Definicion)
                .Select(e => Fila(e, version, retirado: false)),
            .. anteriores.Values.ExceptBy(semilla.Select(e => (e.Clase, e.Clave)), e => (e.Clase, e.Clave)).Select(e => Fila(e, version, retirado: true)),
        ];

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await using var transaccion = await db.Database.BeginTransactionAsync(ct);
            db.Add(new VersionDeDiccionario { Numero = version, Huella = huella, PublicadaEn = reloj.Ahora });
            new Bitacora(db, Sesion.DelSistema(""), reloj).Asentar(new DiccionarioPublicado(version, cambios.Count));
            foreach (var lote in cambios.Chunk(Lote))
            {
                db.AddRange(lote);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }

            await db.SaveChangesAsync(ct);
            await transaccion.CommitAsync(ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static ElementoDeDiccionario Fila(Elemento elemento, int version, bool retirado) => new()
    {
        Clase = elemento.Clase,
        Clave = elemento.Clave,
        Version = version,
        Orden = elemento.Orden,
        Definicion = elemento.Definicion,
        Retirado = retirado,
    };

    private static Task<List<VersionDeDiccionario>> VersionesAsync(SintraDb db, CancellationToken ct) =>
        db.VersionesDeDiccionario.AsNoTracking().ToListAsync(ct);

    // Versions are few and change little: folding them here is one plain read on both engines.
    private static async Task<List<Elemento>> ElementosAsync(SintraDb db, int version, CancellationToken ct)
    {
        var filas = await db.ElementosDeDiccionario.AsNoTracking().Where(e => e.Version <= version).ToListAsync(ct);
        return
        [
            .. filas
                .GroupBy(e => (e.Clase, e.Clave))
                .Select(g => g.MaxBy(e => e.Version)!)
                .Where(e => !e.Retirado)
                .OrderBy(e => e.Clase).ThenBy(e => e.Orden)
                .Select(e => Elemento.De(e.Clase, e.Clave, e.Orden, e.Definicion)),
        ];
    }
}
