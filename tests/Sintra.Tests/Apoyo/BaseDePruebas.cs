using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sintra.Tests.Apoyo;

/// <summary>A database of its own: a file, or a database created on the server that <c>SINTRA_POSTGRES</c> names and dropped at the end.</summary>
public sealed class BaseDePruebas : IAsyncDisposable
{
    private readonly string _nombre = $"sintra_{Guid.NewGuid():n}";

    private BaseDePruebas(Motor motor, DirectorioDeDatos datos) => (Motor, Datos) = (motor, datos);

    public Motor Motor { get; }

    public DirectorioDeDatos Datos { get; }

    /// <summary>Null on SQLite, whose file stands where an installation has it.</summary>
    public string? Postgres { get; private set; }

    /// <summary>Empty: no table yet.</summary>
    public static async Task<BaseDePruebas> NuevaAsync(Motor motor)
    {
        var nueva = new BaseDePruebas(motor, DirectorioDeDatos.En(Path.Combine(Path.GetTempPath(), $"sintra-pruebas-{Guid.NewGuid():n}")));
        if (motor == Motor.Postgres)
        {
            await EnServidorAsync($"CREATE DATABASE {nueva._nombre}");
            nueva.Postgres = new NpgsqlConnectionStringBuilder(Servidor) { Database = nueva._nombre, MaxPoolSize = 20 }.ConnectionString;
        }

        return nueva;
    }

    /// <summary>A context of its own, outside the house: to prepare what must stand before it starts, or to look from outside.</summary>
    public SintraDb Contexto() => Motor == Motor.Sqlite
        ? new SintraDbSqlite(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite($"Data Source={Datos.Base}").Options)
        : new SintraDbPostgres(new DbContextOptionsBuilder<SintraDbPostgres>().UseNpgsql(Postgres).Options);

    public async Task MigrarAsync()
    {
        await using var db = Contexto();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            NpgsqlConnection.ClearPool(new(Postgres));
            await EnServidorAsync($"DROP DATABASE IF EXISTS {_nombre} WITH (FORCE)");
        }

        SqliteConnection.ClearAllPools();
        await BorrarAsync(Datos.Raiz);
    }

    // A house that is closing still signs the heads of its log.
    private static async Task BorrarAsync(string carpeta)
    {
        for (var intento = 0; ; intento++)
        {
            try
            {
                Directory.Delete(carpeta, recursive: true);
                return;
            }
            catch (IOException) when (intento < 20)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string Servidor => Environment.GetEnvironmentVariable("SINTRA_POSTGRES") is { Length: > 0 } servidor
        ? servidor
        : throw new InvalidOperationException("SINTRA_POSTGRES no está definida: ejecute ./test.sh");

    private static async Task EnServidorAsync(string sql)
    {
        await using var conexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Servidor) { Database = "postgres", Pooling = false }.ConnectionString);
        await conexion.OpenAsync();
        await using var orden = new NpgsqlCommand(sql, conexion);
        await orden.ExecuteNonQueryAsync();
    }
}
