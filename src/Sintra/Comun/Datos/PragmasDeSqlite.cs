using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sintra.Comun.Datos;

/// <summary>
/// How each SQLite connection behaves: readers do not wait for the writer (WAL, with which NORMAL loses at most the last commits at a power
/// cut and never the file), what was deleted is overwritten, and the schema of a foreign file runs no code.
/// </summary>
internal sealed class PragmasDeSqlite : DbConnectionInterceptor
{
    private const string Pragmas =
        "pragma busy_timeout=5000; pragma journal_mode=wal; pragma synchronous=normal; pragma foreign_keys=on; pragma secure_delete=on; pragma trusted_schema=off;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var orden = connection.CreateCommand();
        orden.CommandText = Pragmas;
        orden.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var orden = connection.CreateCommand();
        orden.CommandText = Pragmas;
        await orden.ExecuteNonQueryAsync(cancellationToken);
    }
}
