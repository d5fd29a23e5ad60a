using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Bench;

/// <summary>The product's core as a server runs it, without HTTP: the real interceptor, seals and log, and one scope an operation.</summary>
internal sealed class Nodo : IAsyncDisposable
{
    /// <summary>Whose files these are, and who captures and opens them.</summary>
    public static readonly Sesion Quien = Sesion.DelSistema("FGR") with { Cuenta = CuentaId.Nueva() };

    private readonly ServiceProvider _servicios;

    private Nodo(ServiceProvider servicios) => _servicios = servicios;

    public IServiceProvider Servicios => _servicios;

    public static async Task<Nodo> NuevoAsync(string cadena, DirectorioDeDatos directorio)
    {
        var nodo = new Nodo(new ServiceCollection()
            .AddLogging()
            .AddDatos(cadena, directorio)
            .AddSellos()
            .AddScoped<Esquema>()
            .AddBitacora()
            .AddDiccionario()
            .AddExpedientes()
            .AddScoped<RepresentadasHandler>()
            .AddScoped(_ => Quien)
            .BuildServiceProvider(validateScopes: true));
        await nodo.EnAlcanceAsync(sp => sp.GetRequiredService<Esquema>().MigrarAsync(default));
        await nodo._servicios.GetRequiredService<Carriles>().AbrirAsync(default);
        await nodo._servicios.GetRequiredService<FuenteDelDiccionario>().PrepararAsync(default);
        return nodo;
    }

    public async Task<T> EnAlcanceAsync<T>(Func<IServiceProvider, Task<T>> accion)
    {
        await using var alcance = _servicios.CreateAsyncScope();
        return await accion(alcance.ServiceProvider);
    }

    /// <summary>Creates file <paramref name="n"/>: all seven pages in one order, one transaction.</summary>
    public Task<ExpedienteId> CrearAsync(int n) => EnAlcanceAsync(async sp =>
    {
        var resultado = await sp.GetRequiredService<AbrirExpedienteHandler>().EjecutarAsync(new(FichaSintetica.De(n), NumeroDeOrigen: $"P-{n:000000000}"), default);
        return resultado.EsExito ? resultado.Valor : throw new InvalidOperationException(string.Join(' ', resultado.Fallas.Select(f => f.Mensaje)));
    });

    /// <summary>Opens a file as its page does: what this reader may see of it, and then the reading in the log.</summary>
    public Task<int> AbrirAsync(ExpedienteId id) => EnAlcanceAsync(async sp =>
    {
        var leido = await sp.GetRequiredService<ConsultarExpedienteHandler>().EjecutarAsync(id, "expediente", default) ?? throw new InvalidOperationException("Out of reach.");
        return leido.Secciones.Count;
    });

    public ValueTask DisposeAsync() => _servicios.DisposeAsync();
}
