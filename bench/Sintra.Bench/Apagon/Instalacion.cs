using Npgsql;
using Sintra.Cuentas;

namespace Sintra.Bench.Apagon;

/// <summary>The database and data folder of one drill, looked at from outside the program that is killed.</summary>
internal sealed class Instalacion : IAsyncDisposable
{
    private readonly string? _servidor;
    private readonly string _nombre = $"sintra_apagon_{Guid.NewGuid():n}";

    private Instalacion(string? servidor) => _servidor = servidor;

    public DirectorioDeDatos Datos { get; } = DirectorioDeDatos.En(Directory.CreateTempSubdirectory("sintra-apagon-").FullName);

    /// <summary>Null on SQLite.</summary>
    public string? Postgres => _servidor is null ? null : new NpgsqlConnectionStringBuilder(_servidor) { Database = _nombre }.ConnectionString;

    public static async Task<Instalacion> NuevaAsync(string? servidor)
    {
        var nueva = new Instalacion(servidor);
        await nueva.EnServidorAsync($"CREATE DATABASE {nueva._nombre}");
        return nueva;
    }

    public SintraDb Contexto() => Postgres is null
        ? new SintraDbSqlite(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite($"Data Source={Datos.Base};Default Timeout=60").Options)
        : new SintraDbPostgres(new DbContextOptionsBuilder<SintraDbPostgres>().UseNpgsql(Postgres).Options);

    /// <summary>Accounts with their session open: what is drilled is behind the door.</summary>
    /// <returns>Secret of each session, as its cookie carries it.</returns>
    public async Task<IReadOnlyList<string>> CuentasAsync(int cuantas)
    {
        await using var db = Contexto();
        var ahora = TimeProvider.System.Ahora;
        var compromisos = await db.CompromisosVigentes(TimeProvider.System.Hoy).Select(c => c.Id).ToListAsync();
        var secretos = new List<string>();
        for (var n = 1; n <= cuantas; n++)
        {
            var correo = $"registro{n}@simulacro.example";
            var cuenta = new Cuenta
            {
                Correo = correo, CorreoNormalizado = correo.ToUpperInvariant(), Nombre = $"Registro {n}", Institucion = Registrador.Institucion, Perfil = Registrador.Perfil,
                Estado = EstadoDeCuenta.Activa, SecurityStamp = Guid.NewGuid().ToString("n"), SegundoFactor = true, CreadaEn = ahora,
            };
            var (sesion, secreto) = SesionAbierta.Para(cuenta, EtapaDeSesion.Abierta, "simulacro", ahora);
            db.AddRange(cuenta, sesion);
            db.AddRange(compromisos.Select(c => new CompromisoAceptado { Cuenta = cuenta.Id, Compromiso = c, AceptadoEn = ahora }));
            secretos.Add(secreto.Texto);
        }

        await db.SaveChangesAsync();
        return secretos;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await EnServidorAsync($"DROP DATABASE IF EXISTS {_nombre} WITH (FORCE)");
        Directory.Delete(Datos.Raiz, recursive: true);
    }

    private async Task EnServidorAsync(string sql)
    {
        if (_servidor is null)
        {
            return;
        }

        await using var conexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_servidor) { Database = "postgres", Pooling = false }.ConnectionString);
        await conexion.OpenAsync();
        await using var orden = new NpgsqlCommand(sql, conexion);
        await orden.ExecuteNonQueryAsync();
    }
}
