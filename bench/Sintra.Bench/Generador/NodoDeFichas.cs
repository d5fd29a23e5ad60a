using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sintra.Consulta;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Personas;
using Esquema = Sintra.Comun.Datos.Esquema;

namespace Sintra.Bench.Generador;

/// <summary>The product's core over a database, as whoever the file being made says, at the moment it says.</summary>
internal sealed class NodoDeFichas : IAsyncDisposable
{
    private readonly ServiceProvider _servicios;

    private NodoDeFichas(ServiceProvider servicios, string? postgres, DirectorioDeDatos directorio) => (_servicios, Postgres, Directorio) = (servicios, postgres, directorio);

    /// <summary>Null for SQLite.</summary>
    public string? Postgres { get; }

    public DirectorioDeDatos Directorio { get; }

    public IServiceProvider Servicios => _servicios;

    /// <summary>The dictionary of today, for files of every year.</summary>
    public DiccionarioVigente Diccionario { get; private set; } = null!;

    public static async Task<NodoDeFichas> NuevoAsync(string? postgres, DirectorioDeDatos directorio, CancellationToken ct)
    {
        NodoDeFichas? nodo = null;
        var servicios = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider, RelojDeFichas>()
            .AddDatos(postgres, directorio)
            .AddSellos()
            .AddScoped<Esquema>()
            .AddBitacora()
            .AddDiccionario()
            .AddExpedientes()
            .AddPersonas()
            .AddConsulta()
            .AddScoped<RepresentadasHandler>()
            .AddScoped(_ => FichaEnCurso.Actual?.Quien ?? Sesion.DelSistema(""));
        servicios.Replace(ServiceDescriptor.Singleton(_ => nodo!.Diccionario));
        nodo = new(servicios.BuildServiceProvider(validateScopes: true), postgres, directorio);

        await using var alcance = nodo._servicios.CreateAsyncScope();
        await alcance.ServiceProvider.GetRequiredService<Esquema>().MigrarAsync(ct);
        await nodo._servicios.GetRequiredService<Carriles>().AbrirAsync(ct);
        var fuente = nodo._servicios.GetRequiredService<FuenteDelDiccionario>();
        await fuente.PrepararAsync(ct);
        nodo.Diccionario = fuente.Vigente;
        return nodo;
    }

    /// <summary>Lanes of a node of its own, so that the chains the product holds in memory stay true.</summary>
    public IBloques OtroBloque() => Postgres is null
        ? new BloquesLocales(Directorio)
        : new BloquesArrendados(_servicios.GetRequiredService<IServiceScopeFactory>(), _servicios.GetRequiredService<TimeProvider>());

    public ValueTask DisposeAsync() => _servicios.DisposeAsync();
}
