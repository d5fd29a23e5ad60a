using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Comun.Bitacora;

/// <summary>
/// Who extends which lanes. A block is 32 lanes: the first 16 for changes, the last 16 for readings of persons. A process holds one block,
/// so that no two extend the same lane; should that fail, the log's primary key refuses the fork all the same.
/// </summary>
public interface IBloques
{
    /// <summary>Number of a block nobody else holds, from 0.</summary>
    Task<int> TomarAsync(CancellationToken ct);

    /// <summary>Holds it for longer; gives another number when it was lost meanwhile.</summary>
    Task<int> RenovarAsync(CancellationToken ct);

    Task SoltarAsync(CancellationToken ct);
}

/// <summary>Blocks of processes on one host, one database file: a locked file each, which the system frees whatever becomes of the process.</summary>
public sealed class BloquesLocales(DirectorioDeDatos directorio) : IBloques, IDisposable
{
    private FileStream? _candado;
    private int _bloque;

    public Task<int> TomarAsync(CancellationToken ct)
    {
        var carpeta = DirectorioDeDatos.En(Path.GetDirectoryName(directorio.PuntosDeControl)!).Raiz;
        for (_bloque = 0; _candado is null; _bloque++)
        {
            try
            {
                _candado = new(Path.Combine(carpeta, $"bloque-{_bloque}.candado"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
                break;
            }
            catch (IOException) when (_bloque < 64)
            {
                // Another process holds it.
            }
        }

        return Task.FromResult(_bloque);
    }

    public Task<int> RenovarAsync(CancellationToken ct) => Task.FromResult(_bloque);

    public Task SoltarAsync(CancellationToken ct)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _candado?.Dispose();
        _candado = null;
    }
}

/// <summary>Blocks of nodes that share a PostgreSQL: a leased row each.</summary>
public sealed class BloquesArrendados(IServiceScopeFactory alcances, TimeProvider reloj) : IBloques
{
    /// <summary>Renewed each minute: four may be missed.</summary>
    public static readonly TimeSpan Plazo = TimeSpan.FromMinutes(5);

    private readonly Guid _nodo = Guid.CreateVersion7();
    private int? _bloque;

    public async Task<int> TomarAsync(CancellationToken ct)
    {
        for (var bloque = 0; ; bloque++)
        {
            if (await ArrendarAsync(bloque, ct))
            {
                _bloque = bloque;
                return bloque;
            }
        }
    }

    public async Task<int> RenovarAsync(CancellationToken ct) =>
        _bloque is { } bloque && await ArrendarAsync(bloque, ct) ? bloque : await TomarAsync(ct);

    public async Task SoltarAsync(CancellationToken ct)
    {
        if (_bloque is not null)
        {
            await using var alcance = alcances.CreateAsyncScope();
            var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
            await db.Set<BloqueDeCarriles>().Where(b => b.Nodo == _nodo).ExecuteDeleteAsync(ct);
            _bloque = null;
        }
    }

    // One statement, so that of two nodes one is told it came late.
    private async Task<bool> ArrendarAsync(int bloque, CancellationToken ct)
    {
        await using var alcance = alcances.CreateAsyncScope();
        var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
        var (ahora, hasta) = (reloj.Ahora, reloj.Ahora + Plazo);
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into bloque_de_carriles (bloque, nodo, hasta) values ({bloque}, {_nodo}, {hasta})
            on conflict (bloque) do update set nodo = excluded.nodo, hasta = excluded.hasta
            where bloque_de_carriles.hasta <= {ahora} or bloque_de_carriles.nodo = excluded.nodo
            """,
            ct) == 1;
    }
}

/// <summary>The block of lanes a node has leased.</summary>
public sealed class BloqueDeCarriles
{
    public required int Bloque { get; init; }

    public required Guid Nodo { get; init; }

    /// <summary>UTC; past it any node may take the block.</summary>
    public required DateTime Hasta { get; init; }
}

internal sealed class MapaDeBloqueDeCarriles : IEntityTypeConfiguration<BloqueDeCarriles>
{
    public void Configure(EntityTypeBuilder<BloqueDeCarriles> builder)
    {
        builder.ToTable("bloque_de_carriles");
        builder.HasKey(b => b.Bloque);
        builder.Property(b => b.Bloque).ValueGeneratedNever();
    }
}
