using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sintra.Comun.Bitacora;

/// <summary>
/// The lanes this process extends, and the interceptor that puts each context's facts in them. A context takes a lane of each class it needs
/// when it saves (both when a transaction begins: lanes first, rows later, so that nobody waits in a ring), and gives it back with the new
/// head when the commit is known, with the old one when it was undone, to be read again when nobody knows.
/// One object a process. Only asynchronous saving passes through here; the synchronous one throws.
/// </summary>
/// <param name="deCadaClase">Lanes of each class, 1 to 16: how many transactions may be open at once. One where the engine has one writer.</param>
public sealed class Carriles(Llavero llavero, IBloques bloques, int deCadaClase) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>Lanes of a block; the second half are for readings.</summary>
    public const int PorBloque = 32;

    private static readonly TimeSpan Espera = TimeSpan.FromSeconds(30);

    private readonly Lock _cerrojo = new();
    private Task<Libres>? _abiertos;

    public static bool EsDeLecturas(int carril) => carril % PorBloque >= PorBloque / 2;

    /// <summary>Takes this process's block, unless it already has one. Saving does so by itself; at start it is done with nobody waiting.</summary>
    public Task AbrirAsync(CancellationToken ct) => LibresAsync(ct);

    /// <summary>Keeps the block for longer. When another node has taken it meanwhile, moves to a new one.</summary>
    public async Task RenovarAsync(CancellationToken ct)
    {
        var actual = await LibresAsync(ct);
        var bloque = await bloques.RenovarAsync(ct);
        if (bloque != actual.Bloque)
        {
            lock (_cerrojo)
            {
                _abiertos = Task.FromResult(new Libres(bloque, deCadaClase));
            }
        }
    }

    /// <summary>Gives the block back, at an orderly stop.</summary>
    public Task CerrarAsync(CancellationToken ct)
    {
        lock (_cerrojo)
        {
            _abiertos = null;
        }

        return bloques.SoltarAsync(ct);
    }

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Only SaveChangesAsync: the log is written there.");

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (SintraDb)eventData.Context!;
        db.RecogerNoAsentados();
        if (db.Pendientes.Count == 0)
        {
            return result;
        }

        await AsentarAsync(db, cancellationToken);
        return result;
    }

    // What happens when saving fails stands in SintraDb: EF tells an interceptor of some failures and not of others (a lost update).
    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (SintraDb)eventData.Context!;
        db.OlvidarAsentados();
        if (db.Database.CurrentTransaction is null)
        {
            db.Soltar(Desenlace.Confirmado);
        }

        return new(result);
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        // Not for the transaction EF opens inside one SaveChanges, nor for those that only read under a snapshot, nor before the block is had
        // (a migration makes the very table the block is leased in).
        if (eventData.Context is SintraDb { Guardando: false } db && eventData.IsolationLevel != IsolationLevel.Snapshot && _abiertos is not null)
        {
            db.Soltar(Desenlace.Desconocido);
            db.Toma = await TomarAsync(cambios: true, lecturas: true, eventData.TransactionId, cancellationToken);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Soltar(eventData, Desenlace.Confirmado);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Soltar(eventData, Desenlace.Confirmado);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Soltar(eventData, Desenlace.Deshecho);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Soltar(eventData, Desenlace.Deshecho);

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Soltar(eventData, Desenlace.Desconocido);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Soltar(eventData, Desenlace.Desconocido);

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => (eventData.Context as SintraDb)?.Toma?.Dudar();

    public Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        RolledBackToSavepoint(transaction, eventData);
        return Task.CompletedTask;
    }

    private async Task AsentarAsync(SintraDb db, CancellationToken ct)
    {
        var transaccion = db.Database.CurrentTransaction?.TransactionId;
        var (cambios, lecturas) = (db.Pendientes.Exists(a => !a.EsLectura), db.Pendientes.Exists(a => a.EsLectura));
        if (db.Toma is null || db.Toma.Transaccion != transaccion)
        {
            // A hold for another transaction: that one was abandoned without a word.
            db.Soltar(Desenlace.Desconocido);
            if (transaccion is not null)
            {
                // It holds rows already, and waiting for a lane would close a ring with whoever has the lane and waits for those rows.
                throw new InvalidOperationException("A transaction began before the log had its lanes: call Carriles.AbrirAsync at start.");
            }

            db.Toma = await TomarAsync(cambios, lecturas, transaccion, ct);
        }

        var toma = db.Toma;
        await (cambios ? toma.Cambios!.AsegurarAsync(db, ct) : default);
        await (lecturas ? toma.Lecturas!.AsegurarAsync(db, ct) : default);

        var llave = llavero.Vigente(UsoDeLlave.Bitacora).Material;
        foreach (var asiento in db.Pendientes)
        {
            (asiento.EsLectura ? toma.Lecturas : toma.Cambios)!.Encadenar(asiento, llave);
            db.Asentados.Add(db.Add(asiento));
        }

        db.Pendientes.Clear();
    }

    private static Task Soltar(DbContextEventData eventData, Desenlace desenlace)
    {
        (eventData.Context as SintraDb)?.Soltar(desenlace);
        return Task.CompletedTask;
    }

    // Changes before readings, always: of two contexts that want both, neither waits for what the other will not give back.
    private async Task<Toma> TomarAsync(bool cambios, bool lecturas, Guid? transaccion, CancellationToken ct)
    {
        var libres = await LibresAsync(ct);
        var deCambios = cambios ? await EsperarAsync(libres.Cambios, ct) : null;
        try
        {
            return new(deCambios, lecturas ? await EsperarAsync(libres.Lecturas, ct) : null, transaccion);
        }
        catch (Exception)
        {
            deCambios?.Devolver(Desenlace.Deshecho);
            throw;
        }
    }

    private static async ValueTask<Carril> EsperarAsync(Channel<Carril> libres, CancellationToken ct)
    {
        if (libres.Reader.TryRead(out var carril))
        {
            return carril;
        }

        using var plazo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        plazo.CancelAfter(Espera);
        try
        {
            return await libres.Reader.ReadAsync(plazo.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No lane of the log came free in {Espera.TotalSeconds:0} s: was a transaction left open?");
        }
    }

    private Task<Libres> LibresAsync(CancellationToken ct)
    {
        lock (_cerrojo)
        {
            if (_abiertos is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _abiertos = AbiertosAsync();
            }

            return _abiertos.WaitAsync(ct);
        }
    }

    private async Task<Libres> AbiertosAsync() => new(await bloques.TomarAsync(CancellationToken.None), deCadaClase);

    private sealed class Libres
    {
        public Libres(int bloque, int deCadaClase)
        {
            Bloque = bloque;
            for (var i = 0; i < deCadaClase; i++)
            {
                Cambios.Writer.TryWrite(new((bloque * PorBloque) + i, Cambios.Writer));
                Lecturas.Writer.TryWrite(new((bloque * PorBloque) + (PorBloque / 2) + i, Lecturas.Writer));
            }
        }

        public int Bloque { get; }

        public Channel<Carril> Cambios { get; } = Channel.CreateUnbounded<Carril>();

        public Channel<Carril> Lecturas { get; } = Channel.CreateUnbounded<Carril>();
    }
}
