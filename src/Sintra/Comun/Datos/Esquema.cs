using System.Data.Common;

namespace Sintra.Comun.Datos;

/// <summary>How the tables of the database stand to what this program knows.</summary>
/// <param name="Pendientes">Migrations the program has and the database lacks, oldest first.</param>
/// <param name="Ajenas">Migrations the database has and the program does not know: it is newer than the program.</param>
public sealed record EstadoDelEsquema(IReadOnlyList<string> Pendientes, IReadOnlyList<string> Ajenas)
{
    public bool EsVigente => Pendientes.Count == 0 && Ajenas.Count == 0;
}

/// <summary>Keeps the tables and the program in step: SQLite migrates itself, PostgreSQL by the verb «migrar».</summary>
public sealed class Esquema(SintraDb db, DirectorioDeDatos directorio)
{
    public async Task<EstadoDelEsquema> RevisarAsync(CancellationToken ct)
    {
        var conocidas = db.Database.GetMigrations().ToList();
        var aplicadas = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        return new([.. conocidas.Except(aplicadas)], [.. aplicadas.Except(conocidas)]);
    }

    /// <summary>Applies what is pending and returns its names.</summary>
    /// <exception cref="ConfiguracionException">The database is newer than the program, does not answer, or everybody on the machine may read its file.</exception>
    public async Task<IReadOnlyList<string>> MigrarAsync(CancellationToken ct)
    {
        var estado = await RevisarODetenerAsync(ct);
        if (estado.Pendientes.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
        }

        return estado.Pendientes;
    }

    /// <summary>Names of the tables there are, whoever made them; without those the engine and the migrations keep for themselves.</summary>
    /// <exception cref="ConfiguracionException">The database does not answer.</exception>
    public async Task<IReadOnlySet<string>> TablasAsync(CancellationToken ct)
    {
        var consulta = db is SintraDbSqlite
            ? db.Database.SqlQuery<string>($"select name as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'")
            : db.Database.SqlQuery<string>($"select table_name::text as \"Value\" from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')");
        var tablas = await ConectarAsync(t => consulta.ToListAsync(t), ct);
        return tablas.Where(t => !t.StartsWith("__EFMigrations", StringComparison.Ordinal)).ToHashSet();
    }

    /// <summary>Before serving: the embedded database is brought up to date, a server's must already be.</summary>
    /// <exception cref="ConfiguracionException">The database is older (PostgreSQL) or newer than the program, does not answer, or everybody on the machine may read its file.</exception>
    public async Task PrepararAsync(CancellationToken ct)
    {
        if (db is SintraDbSqlite)
        {
            await MigrarAsync(ct);
            return;
        }

        if ((await RevisarODetenerAsync(ct)).Pendientes is { Count: > 0 } pendientes)
        {
            throw new ConfiguracionException(
                $"A la base de datos le faltan {pendientes.Count} migraciones (la primera: {pendientes[0]}). Haga un respaldo y ejecute el verbo: migrar");
        }
    }

    private async Task<EstadoDelEsquema> RevisarODetenerAsync(CancellationToken ct)
    {
        if (db is SintraDbSqlite)
        {
            HacerPrivada();
        }

        var estado = await ConectarAsync(RevisarAsync, ct);
        return estado.Ajenas.Count == 0
            ? estado
            : throw new ConfiguracionException(
                $"La base de datos es más nueva que este programa (tiene la migración {estado.Ajenas[^1]}). Instale la versión del programa que la creó, o una posterior.");
    }

    // The file before the engine, which would make it readable by all; those beside it (the log ahead, the shared index) take its mode.
    // Names are sealed in it, but what happened to whom by its number is not. A group is somebody's decision; everybody is nobody's.
    private void HacerPrivada()
    {
        const UnixFileMode deTodos = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!File.Exists(directorio.Base))
        {
            ArchivoPrivado.Abrir(directorio.Base, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        else if (!OperatingSystem.IsWindows()
            && File.GetUnixFileMode(directorio.Raiz).HasFlag(UnixFileMode.OtherExecute)
            && (File.GetUnixFileMode(directorio.Base) & deTodos) != 0)
        {
            throw new ConfiguracionException(
                $"El archivo de la base de datos {directorio.Base} puede leerlo cualquier usuario de este equipo. Ejecute: chmod 600 {directorio.Base}*");
        }
    }

    private async Task<T> ConectarAsync<T>(Func<CancellationToken, Task<T>> accion, CancellationToken ct)
    {
        try
        {
            return await accion(ct);
        }
        catch (DbException causa)
        {
            throw new ConfiguracionException(db is SintraDbSqlite
                ? "No se pudo abrir la base de datos: revise que el archivo sintra.db de la carpeta de datos sea de esta instalación y que se pueda escribir en ella."
                : "PostgreSQL no responde o no acepta la conexión: revise ConnectionStrings__Postgres (servidor, puerto, base, usuario) y que el servidor esté encendido.", causa);
        }
    }
}
