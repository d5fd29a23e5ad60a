using Microsoft.EntityFrameworkCore.Design;

namespace Sintra.Comun.Datos;

// For «dotnet ef» alone: they name the engine, no server is contacted to write a migration.

internal sealed class FabricaSqlite : IDesignTimeDbContextFactory<SintraDbSqlite>
{
    public SintraDbSqlite CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class FabricaPostgres : IDesignTimeDbContextFactory<SintraDbPostgres>
{
    public SintraDbPostgres CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SintraDbPostgres>().UseNpgsql("Host=nadie").Options);
}
