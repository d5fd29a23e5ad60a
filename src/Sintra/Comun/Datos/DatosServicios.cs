using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sintra.Comun.Datos;

public static class DatosServicios
{
    // What a save or a reading says is the same few sentences every time: the server parses and plans them once a connection. Nothing here
    // leaves state in a session, so that there is none to reset between uses. In front, for what the installation says comes after and
    // wins: behind a pooler that does not carry prepared statements, «Max Auto Prepare=0».
    private const string Conexiones = "Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true;";

    /// <summary>
    /// The database behind <see cref="SintraDb"/>: PostgreSQL where there is a connection string, else the SQLite file of the data folder;
    /// with the log's lanes (<see cref="Carriles"/>), without which a context refuses to store facts.
    /// </summary>
    public static IServiceCollection AddDatos(this IServiceCollection servicios, string? cadenaPostgres, DirectorioDeDatos directorio)
    {
        servicios.TryAddSingleton<TimeProvider, RelojDeMexico>();
        servicios.TryAddSingleton(directorio);
        if (string.IsNullOrWhiteSpace(cadenaPostgres))
        {
            var cadena = Sqlite(directorio);
            var pragmas = new PragmasDeSqlite();
            servicios.AddSingleton<IBloques, BloquesLocales>();
            servicios.AddSingleton(sp => new Carriles(sp.GetRequiredService<Llavero>(), sp.GetRequiredService<IBloques>(), deCadaClase: 1));
            servicios.AddDbContext<SintraDb, SintraDbSqlite>(
                (sp, opciones) => opciones.UseSqlite(cadena).AddInterceptors(sp.GetRequiredService<Carriles>(), pragmas),
                optionsLifetime: ServiceLifetime.Singleton);
        }
        else
        {
            servicios.AddSingleton<IBloques, BloquesArrendados>();
            servicios.AddSingleton(sp => new Carriles(sp.GetRequiredService<Llavero>(), sp.GetRequiredService<IBloques>(), Carriles.PorBloque / 2));
            servicios.AddDbContext<SintraDb, SintraDbPostgres>(
                (sp, opciones) => opciones.UseNpgsql(Conexiones + cadenaPostgres).AddInterceptors(sp.GetRequiredService<Carriles>()),
                optionsLifetime: ServiceLifetime.Singleton);
        }

        return servicios;
    }

    /// <summary>
    /// A context without the log's lanes and so without keys, which are made the first time they are asked for: to look at a database, or to take
    /// it down, before an installation stands. It refuses to store facts.
    /// </summary>
    public static SintraDb SinBitacora(string? cadenaPostgres, DirectorioDeDatos directorio) => string.IsNullOrWhiteSpace(cadenaPostgres)
        ? new SintraDbSqlite(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite(Sqlite(directorio)).AddInterceptors(new PragmasDeSqlite()).Options)
        : new SintraDbPostgres(new DbContextOptionsBuilder<SintraDbPostgres>().UseNpgsql(cadenaPostgres).Options);

    private static string Sqlite(DirectorioDeDatos directorio) =>
        new SqliteConnectionStringBuilder { DataSource = directorio.Base, ForeignKeys = true }.ToString();
}
