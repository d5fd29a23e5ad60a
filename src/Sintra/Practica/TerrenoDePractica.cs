using Microsoft.Data.Sqlite;

namespace Sintra.Practica;

/// <summary>The place a practice system is to stand on, looked at before a key, a table or a line is made in it.</summary>
/// <param name="db">A context of its own, without the log: it only looks, and empties what is of practice.</param>
public sealed class TerrenoDePractica(SintraDb db, DirectorioDeDatos directorio)
{
    /// <exception cref="ConfiguracionException">The database or the folder holds something that is not of practice.</exception>
    public async Task ExigirAsync(CancellationToken ct)
    {
        if (await EsDePracticaAsync(ct))
        {
            return;
        }

        if (File.Exists(directorio.Llavero))
        {
            throw new ConfiguracionException(
                $"En la carpeta {directorio.Raiz} hay llaves que no son de un sistema de práctica. Diga otra con --datos DIR; si son de una preparación que se interrumpió, borre usted esa carpeta.");
        }
    }

    /// <summary>Empties a place of practice, files and tables, so that it can be made anew. Where there is nothing, nothing is done.</summary>
    /// <exception cref="ConfiguracionException">The database or the folder holds something that is not of practice.</exception>
    public async Task VaciarAsync(CancellationToken ct)
    {
        await ExigirAsync(ct);
        if (!await EsDePracticaAsync(ct))
        {
            return;
        }

        // Database and folder are said apart: keys that did not write this mark are somebody else's, and deleting them would lose what they seal for ever.
        if (File.Exists(directorio.Llavero)
            && await MarcaDePractica.LeerAsync(db, ct) is { } marca
            && !Cadena.Corresponde(Llavero.AbrirOCrear(directorio.Llavero, TimeProvider.System).Vigente(UsoDeLlave.Bitacora).Material, Cabeza.Origen.Mac, marca))
        {
            throw MarcaDePractica.DeOtrasLlaves();
        }

        // The mark goes last: what is interrupted before is still a place of practice and can be emptied again.
        File.Delete(directorio.Llavero);
        File.Delete(directorio.PuntosDeControl);
        if (Directory.Exists(directorio.Correo))
        {
            Directory.Delete(directorio.Correo, recursive: true);
        }

        if (db.Database.GetDbConnection() is SqliteConnection conexion)
        {
            await conexion.CloseAsync();
            SqliteConnection.ClearPool(conexion);
            foreach (var archivo in new[] { "-wal", "-shm", "" })
            {
                File.Delete(directorio.Base + archivo);
            }
        }
        else
        {
            await db.Database.ExecuteSqlAsync($"drop schema public cascade; create schema public", ct);
        }
    }

    internal static ConfiguracionException Ajeno() =>
        new("La base de datos tiene datos que no son de un sistema de práctica, y no se tocan. Diga otra carpeta con --datos DIR o, en PostgreSQL, una base vacía en ConnectionStrings__Postgres.");

    private async Task<bool> EsDePracticaAsync(CancellationToken ct)
    {
        // Asking for a file that is not there would make it, and readable by all.
        if (db is SintraDbSqlite && !File.Exists(directorio.Base))
        {
            return false;
        }

        var tablas = await new Esquema(db, directorio).TablasAsync(ct);
        if (tablas.Contains("asiento"))
        {
            if (await MarcaDePractica.LeerAsync(db, ct) is not null)
            {
                return true;
            }

            return await db.Asientos.AnyAsync(ct) ? throw Ajeno() : false;
        }

        return tablas.Count > 0 ? throw Ajeno() : false;
    }
}
