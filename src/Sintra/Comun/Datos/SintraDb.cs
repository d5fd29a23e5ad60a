using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sintra.Comun.Datos;

/// <summary>One model, two engines. Each engine is a subclass, so each keeps its own migrations.</summary>
public abstract class SintraDb(DbContextOptions opciones) : DbContext(opciones)
{
    public DbSet<Asiento> Asientos => Set<Asiento>();

    /// <summary>Facts told and not yet numbered; the log's interceptor takes them when changes are saved.</summary>
    public List<Asiento> Pendientes { get; } = [];

    /// <summary>The engine's type for documents that may be looked into; the log's JSON is plain text.</summary>
    protected abstract string TipoJson { get; }

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
}

public sealed class SintraDbPostgres(DbContextOptions<SintraDbPostgres> opciones) : SintraDb(opciones)
{
    protected override string TipoJson => "jsonb";
}
