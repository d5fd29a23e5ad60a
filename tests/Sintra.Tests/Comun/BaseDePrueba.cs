using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Sintra.Tests.Comun;

public enum MotorDePrueba
{
    Sqlite,
    Postgres,
}

public sealed record AlgoCambio(int Cual) : ISuceso;

public sealed record AlguienLeyo(int Cual) : ILectura;

/// <summary>A database of one's own on either engine, and as many nodes on it as a test asks for.</summary>
public sealed class BaseDePrueba : IAsyncDisposable
{
    private readonly string? _nombre;
    private readonly List<ServiceProvider> _nodos = [];

    private BaseDePrueba(MotorDePrueba motor, string? nombre) => (Motor, _nombre) = (motor, nombre);

    public MotorDePrueba Motor { get; }

    public DirectorioDeDatos Directorio { get; } = DirectorioDeDatos.En(Path.Combine(Path.GetTempPath(), $"sintra-{Guid.NewGuid():n}"));

    public ServiceProvider Nodo => _nodos[0];

    private string? Cadena => _nombre is null ? null : $"{Servidor};Database={_nombre}";

    private static string Servidor => Environment.GetEnvironmentVariable("SINTRA_POSTGRES")
        ?? throw new InvalidOperationException("SINTRA_POSTGRES is not set: name a PostgreSQL server where tests may create databases (./test.sh starts one).");

    public static async Task<BaseDePrueba> NuevaAsync(MotorDePrueba motor)
    {
        var nombre = motor is MotorDePrueba.Postgres ? $"sintra_{Guid.NewGuid():n}" : null;
        if (nombre is not null)
        {
            await EnServidorAsync($"create database {nombre}");
        }

        var propia = new BaseDePrueba(motor, nombre);
        propia.NuevoNodo();
        await propia.ConAsync(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            await ReglasDeLaBase.AplicarAsync(db, CancellationToken.None);
        });
        await propia.Nodo.GetRequiredService<Carriles>().AbrirAsync(CancellationToken.None);
        return propia;
    }

    /// <param name="bloque">Lanes given by hand, perhaps somebody else's; null to take one's own.</param>
    /// <param name="mas">Rooms that the test needs besides the log's.</param>
    public ServiceProvider NuevoNodo(int? bloque = null, Action<IServiceCollection>? mas = null)
    {
        var servicios = new ServiceCollection()
            .AddDatos(Cadena, Directorio)
            .AddSellos()
            .AddBitacora()
            .AddScoped(_ => Sesion.DelSistema("FGR"));
        if (bloque is { } fijo)
        {
            servicios.Replace(ServiceDescriptor.Singleton<IBloques>(new BloqueFijo(fijo)));
        }

        mas?.Invoke(servicios);
        var nodo = servicios.BuildServiceProvider(validateScopes: true);
        _nodos.Add(nodo);
        return nodo;
    }

    public Task ConAsync(Func<SintraDb, Task> accion) => EnAlcanceAsync(Nodo, sp => accion(sp.GetRequiredService<SintraDb>()));

    public static async Task EnAlcanceAsync(ServiceProvider nodo, Func<IServiceProvider, Task> accion)
    {
        await using var alcance = nodo.CreateAsyncScope();
        await accion(alcance.ServiceProvider);
    }

    /// <summary>One use case that tells <paramref name="cambios"/> changes and <paramref name="lecturas"/> readings.</summary>
    public static Task AsentarAsync(ServiceProvider nodo, int cambios, int lecturas = 0) => EnAlcanceAsync(nodo, async sp =>
    {
        var bitacora = sp.GetRequiredService<Bitacora>();
        for (var i = 0; i < cambios; i++)
        {
            bitacora.Asentar(new AlgoCambio(i), ExpedienteId.Nuevo());
        }

        for (var i = 0; i < lecturas; i++)
        {
            bitacora.Asentar(new AlguienLeyo(i), ExpedienteId.Nuevo());
        }

        await sp.GetRequiredService<SintraDb>().SaveChangesAsync();
    });

    public Task SqlAsync(string sql) => ConAsync(db => db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql)));

    /// <summary>Who owns the database can take its triggers away; the chain is for them.</summary>
    public Task QuitarReglasAsync() => SqlAsync(Motor is MotorDePrueba.Sqlite
        ? "drop trigger asiento_no_cambia; drop trigger asiento_no_se_borra"
        : "drop trigger asiento_solo_crece on asiento");

    public static bool SoloDelDueno(string ruta) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(ruta) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);

    public static void DejarLeerATodos(string ruta) =>
        Modo(ruta, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    public static void DejarSoloAlDueno(string ruta) => Modo(ruta, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    public static void Modo(string ruta, UnixFileMode modo)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ruta, modo);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var nodo in _nodos)
        {
            await nodo.DisposeAsync();
        }

        if (_nombre is not null)
        {
            await EnServidorAsync($"drop database {_nombre} with (force)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Directorio.Raiz, recursive: true);
    }

    private static async Task EnServidorAsync(string sql)
    {
        await using var conexion = new NpgsqlConnection($"{Servidor};Database=postgres;Pooling=false");
        await conexion.OpenAsync();
        await using var orden = new NpgsqlCommand(sql, conexion);
        await orden.ExecuteNonQueryAsync();
    }

    private sealed class BloqueFijo(int bloque) : IBloques
    {
        public Task<int> TomarAsync(CancellationToken ct) => Task.FromResult(bloque);

        public Task<int> RenovarAsync(CancellationToken ct) => Task.FromResult(bloque);

        public Task SoltarAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
