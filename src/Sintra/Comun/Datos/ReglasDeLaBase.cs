using System.Runtime.CompilerServices;

namespace Sintra.Comun.Datos;

/// <summary>
/// What the database itself refuses, beyond what the model says: the log is only added to. The first migration of each engine runs this;
/// on SQLite, a migration that rebuilds <c>asiento</c> loses its triggers and must run it again.
/// </summary>
public static class ReglasDeLaBase
{
    public const string Sqlite =
        """
        create trigger asiento_no_cambia before update on asiento begin select raise(abort, 'asiento: the log is only added to'); end;
        create trigger asiento_no_se_borra before delete on asiento begin select raise(abort, 'asiento: the log is only added to'); end;
        """;

    public const string Postgres =
        """
        create function asiento_solo_crece() returns trigger language plpgsql as $$ begin raise exception 'asiento: the log is only added to'; end $$;
        create trigger asiento_solo_crece before update or delete or truncate on asiento for each statement execute function asiento_solo_crece();
        """;

    /// <summary>For a database made without migrations (tests, measurements).</summary>
    public static Task AplicarAsync(SintraDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(db is SintraDbSqlite ? Sqlite : Postgres), ct);
}
