using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Sintra.Comun.Datos;

/// <summary>One model, two engines. Each engine is a subclass, so each keeps its own migrations.</summary>
public abstract class SintraDb(DbContextOptions opciones) : DbContext(opciones)
{
    private const int IntentosAnteBifurcacion = 8;

    public DbSet<Asiento> Asientos => Set<Asiento>();

    /// <summary>Facts told and not yet numbered; the log's interceptor takes them when changes are saved.</summary>
    public List<Asiento> Pendientes { get; } = [];

    /// <summary>The lanes held while an outcome is open.</summary>
    internal Toma? Toma { get; set; }

    /// <summary>Facts numbered and not yet known to be stored.</summary>
    internal List<EntityEntry<Asiento>> Asentados { get; } = [];

    internal bool Guardando { get; private set; }

    /// <summary>The engine's type for documents that may be looked into; the log's JSON is plain text.</summary>
    protected abstract string TipoJson { get; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Only SaveChangesAsync: the log is written there.");

    /// <summary>
    /// Stores the changes and their facts, all or nothing. When another process has extended the same lane (two nodes with one block, or a
    /// database put back), the primary key of the log refuses the line: the head is read again and everything is stored anew, here, a few times.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Pendientes.Count > 0 && this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.Any(i => i is Carriles) is not true)
        {
            throw new InvalidOperationException("This context was made without the log's lanes: its facts would be lost. Use AddDatos.");
        }

        for (var intento = 1; ; intento++)
        {
            Guardando = true;
            try
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }
            catch (DbUpdateException falla) when (intento < IntentosAnteBifurcacion && EsBifurcacion(falla.InnerException))
            {
                // Nothing was stored. The same lane again, for its head will be read: any other may be as stale.
                Toma?.Dudar();

                // Apart from the other, who has just lost a turn to this one and would take the next from it.
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1 << intento)), cancellationToken);
            }
            catch (Exception falla) when (intento < IntentosAnteBifurcacion && Database.CurrentTransaction is null && Causas(falla).Any(SeEsperaban))
            {
                // Two saves that waited for each other's lines, and this one was sent away: all of it is stored anew, and what it finds changed is told then.
                Toma?.Dudar();
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1 << intento)), cancellationToken);
            }
            catch
            {
                NoSeGuardo();
                throw;
            }
            finally
            {
                Guardando = false;
            }
        }
    }

    /// <summary>
    /// Stores the changes unless somebody else stored theirs first: a row changed since it was read, the same row made by both, or two that
    /// waited for each other and of whom this one was sent away. Then nothing is stored and this context forgets what it held, facts too,
    /// so that whoever asks next reads what stands now.
    /// </summary>
    /// <returns>False when somebody else won.</returns>
    public async Task<bool> IntentarGuardarAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (Exception falla) when (Causas(falla).Any(c => c is DbUpdateConcurrencyException || (GanoOtro(c) && !EsBifurcacion(c))))
        {
            Desechar();
            return false;
        }
    }

    /// <summary>Forgets what this context holds and was about to store, facts too: whoever asks next reads what stands.</summary>
    public void Desechar()
    {
        ChangeTracker.Clear();
        Pendientes.Clear();
    }

    // The engine's own words may stand two deep: what it calls transient comes wrapped once more.
    private static IEnumerable<Exception> Causas(Exception falla)
    {
        for (var causa = falla; causa is not null; causa = causa.InnerException)
        {
            yield return causa;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        Soltar(Desenlace.Desconocido);
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Soltar(Desenlace.Desconocido);
        GC.SuppressFinalize(this);
    }

    internal void Soltar(Desenlace desenlace)
    {
        Toma?.Devolver(desenlace);
        Toma = null;
    }

    private void NoSeGuardo()
    {
        if (Database.CurrentTransaction is null)
        {
            Soltar(Desenlace.Desconocido);
        }
        else
        {
            Toma?.Dudar();
        }
    }

    /// <summary>Facts of a SaveChanges that failed are pending again, unless their changes were thrown away with the tracker.</summary>
    internal void RecogerNoAsentados()
    {
        // Asked anew of each: a cleared tracker does not tell the entries it once gave.
        foreach (var entrada in Asentados.Select(e => Entry(e.Entity)).Where(e => e.State == EntityState.Added))
        {
            entrada.State = EntityState.Detached;
            Pendientes.Add(entrada.Entity);
        }

        Asentados.Clear();
    }

    /// <summary>Stored lines are nobody's to change: the tracker forgets them.</summary>
    internal void OlvidarAsentados()
    {
        foreach (var entrada in Asentados)
        {
            entrada.State = EntityState.Detached;
        }

        Asentados.Clear();
    }

    /// <summary>Whether what the engine complains of is a second line for a place of the log that is taken.</summary>
    protected abstract bool EsBifurcacion(Exception? causa);

    /// <summary>Whether the engine complains of a second row where a key or a unique index allows one, or of two that waited for each other.</summary>
    protected abstract bool GanoOtro(Exception causa);

    /// <summary>Whether the engine ended one of two that waited for each other.</summary>
    protected virtual bool SeEsperaban(Exception causa) => false;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Each room brings its own tables, so that Comun knows none of them.
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SintraDb).Assembly);
        NombresEnMinusculas.Aplicar(modelBuilder.Model);

        foreach (var propiedad in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => p.PropertyInfo?.IsDefined(typeof(JsonConsultableAttribute), inherit: false) is true))
        {
            propiedad.SetColumnType(TipoJson);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ExpedienteId>().HaveConversion<ConversorDeExpedienteId>();
        configurationBuilder.Properties<HechoId>().HaveConversion<ConversorDeHechoId>();
        configurationBuilder.Properties<CuentaId>().HaveConversion<ConversorDeCuentaId>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<DateTime>().HaveConversion<ConversorUtc>();
    }

    // SQLite gives DateTime back with Kind=Unspecified, Npgsql refuses to write anything but Kind=Utc.
    private sealed class ConversorUtc() : ValueConverter<DateTime, DateTime>(
        valor => valor.Kind == DateTimeKind.Utc ? valor : valor.ToUniversalTime(),
        valor => DateTime.SpecifyKind(valor, DateTimeKind.Utc));
}

/// <summary>Marks a JSON column that queries look into (jsonb on PostgreSQL, text on SQLite).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonConsultableAttribute : Attribute;

public sealed class SintraDbSqlite(DbContextOptions<SintraDbSqlite> opciones) : SintraDb(opciones)
{
    protected override string TipoJson => "TEXT";

    // SQLITE_CONSTRAINT_PRIMARYKEY; the message is the only place where SQLite names the table.
    protected override bool EsBifurcacion(Exception? causa) =>
        causa is SqliteException { SqliteExtendedErrorCode: 1555 } sqlite && sqlite.Message.Contains("asiento.carril", StringComparison.Ordinal);

    // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE.
    protected override bool GanoOtro(Exception causa) => causa is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };
}

public sealed class SintraDbPostgres(DbContextOptions<SintraDbPostgres> opciones) : SintraDb(opciones)
{
    protected override string TipoJson => "jsonb";

    protected override bool EsBifurcacion(Exception? causa) =>
        causa is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_asiento" };

    protected override bool GanoOtro(Exception causa) => causa is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected };

    protected override bool SeEsperaban(Exception causa) => causa is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };
}
