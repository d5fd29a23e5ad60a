using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sintra.Diccionario;

namespace Sintra.Bench;

/// <summary>The whole measurement: two databases of one server, alike row by row, one for the product and one for its peer.</summary>
internal sealed class Banco : IAsyncDisposable
{
    public const int PorCalentar = 4_000;

    private const int Moldes = 64;
    private const int PorBloque = 500;
    private const string Producto = "sintra_producto";
    private const string Directo = "sintra_directo";

    private readonly string _servidor;
    private readonly NpgsqlDataSource _admin;
    private readonly Nodo _nodo;
    private readonly List<Guid> _moldes = [];
    private IReadOnlyList<Tabla> _ficha = [];
    private int _creados;
    private int _abiertos;
    private bool _calentado;

    private Banco(string servidor, NpgsqlDataSource admin, Nodo nodo) => (_servidor, _admin, _nodo) = (servidor, admin, nodo);

    public static async Task<Banco> NuevoAsync(string servidor, NpgsqlDataSource admin, DirectorioDeDatos directorio)
    {
        await SqlAsync(admin, $"drop database if exists {Producto} with (force)");
        await SqlAsync(admin, $"create database {Producto}");
        var banco = new Banco(servidor, admin, await Nodo.NuevoAsync($"{servidor};Database={Producto}", directorio));
        var servicios = banco._nodo.Servicios;
        FichaSintetica.Comprobar(servicios.GetRequiredService<FuenteDelDiccionario>().Vigente, new LectorDeCaptura(servicios.GetRequiredService<FuenteDelDiccionario>().Vigente), servicios.GetRequiredService<TimeProvider>().Hoy);
        await banco.CapturarAsync();
        return banco;
    }

    public async Task<Registro> MedirAsync(IReadOnlyList<int> tamanos, int operaciones)
    {
        var filas = new List<Renglon>();
        foreach (var tamano in tamanos)
        {
            await Decir($"{tamano:N0} files: filling");
            await LlenarAsync(tamano);
            await using var fuente = Fuente(Directo);
            await using var conexion = await fuente.OpenConnectionAsync();
            var medidor = new Medidor(await CpuDePostgres.DeAsync(conexion), PorBloque);
            var ids = await IdsAsync(conexion);
            if (!_calentado)
            {
                await Decir($"{PorCalentar:N0} operations of each kind, discarded");
                await CrearAsync(medidor, fuente, 8, PorCalentar);
                await AbrirAsync(medidor, fuente, 8, PorCalentar, ids);
                _calentado = true;
            }

            foreach (var escritores in (int[])[1, 8])
            {
                await Decir($"{tamano:N0} files, {escritores} at once");
                await AnotarAsync("create", await CrearAsync(medidor, fuente, escritores, operaciones));
                await AnotarAsync("open", await AbrirAsync(medidor, fuente, escritores, operaciones, ids));

                async Task AnotarAsync(string operacion, IReadOnlyList<(Via Via, Costo Costo)> medidas)
                {
                    filas.AddRange(medidas.Select(m => new Renglon(operacion, tamano, escritores, m.Via.Nombre, m.Costo)));
                    await Decir($"  {operacion}: {string.Join(", ", medidas.Select(m => $"{m.Via.Nombre} {m.Costo.App:0} + {m.Costo.Postgres:0} µs"))}");
                }
            }
        }

        await Decir("parts; log");
        var partes = await Partes.MedirAsync(_nodo, PorCalentar);
        var bitacora = await _nodo.EnAlcanceAsync(sp => sp.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), default));
        return new(filas, partes, _ficha.ToDictionary(t => t.Nombre, t => t.Filas.Count), bitacora.Ok, bitacora.Asientos);
    }

    public ValueTask DisposeAsync() => _nodo.DisposeAsync();

    private async Task<IReadOnlyList<(Via Via, Costo Costo)>> CrearAsync(Medidor medidor, NpgsqlDataSource fuente, int escritores, int operaciones)
    {
        var directos = await Task.WhenAll(Enumerable.Range(0, escritores).Select(e => EscritorDirecto.NuevoAsync(fuente, _ficha, 1000 + e)));
        var primera = _creados;
        _creados += operaciones + PorBloque;
        var medidas = await medidor.MedirAsync(
            [new(Registro.Producto, (_, n) => _nodo.CrearAsync(primera + n)), new(Registro.Directo, (e, n) => directos[e].CrearAsync(primera + n))],
            escritores,
            operaciones);
        await Task.WhenAll(directos.Select(d => d.DisposeAsync().AsTask()));
        return medidas;
    }

    private async Task<IReadOnlyList<(Via Via, Costo Costo)>> AbrirAsync(Medidor medidor, NpgsqlDataSource fuente, int escritores, int operaciones, Guid[] ids)
    {
        var lotes = await Task.WhenAll(Enumerable.Range(0, escritores).Select(e => LectorDirecto.NuevoAsync(fuente, 1016 + e, enLote: true)));
        var pasos = await Task.WhenAll(Enumerable.Range(0, escritores).Select(e => LectorDirecto.NuevoAsync(fuente, 1032 + e, enLote: false)));
        var primera = _abiertos;
        _abiertos += operaciones + PorBloque;

        // Spread over all files, each operation another one, the same for all.
        Guid Cual(int n) => ids[(int)((primera + n) * 2_654_435_761L % ids.Length)];
        var medidas = await medidor.MedirAsync(
            [
                new(Registro.Producto, (_, n) => _nodo.AbrirAsync(new(Cual(n)))),
                new(Registro.Directo, (e, n) => lotes[e].AbrirAsync(Cual(n))),
                new(Registro.PorPasos, (e, n) => pasos[e].AbrirAsync(Cual(n))),
            ],
            escritores,
            operaciones);
        await Task.WhenAll(lotes.Concat(pasos).Select(d => d.DisposeAsync().AsTask()));
        return medidas;
    }

    // Some files by the product: what the rest are copies of; the rows of the last one are what the peer writes.
    private async Task CapturarAsync()
    {
        await using var fuente = Fuente(Producto);
        await using var conexion = await fuente.OpenConnectionAsync();
        for (; _creados < Moldes; _creados++)
        {
            _moldes.Add((await _nodo.CrearAsync(_creados)).Valor);
        }

        var antes = await Tabla.ContarAsync(conexion);
        var ultimo = (await _nodo.CrearAsync(_creados++)).Valor;
        var despues = await Tabla.ContarAsync(conexion);
        await using var orden = new NpgsqlCommand($"select hecho from expediente where id = '{ultimo}'", conexion);
        var hecho = (Guid)(await orden.ExecuteScalarAsync())!;
        _ficha = [.. await Task.WhenAll(Tabla.DeUnaFicha.Select(async t =>
        {
            await using var propia = await fuente.OpenConnectionAsync();
            return await Tabla.CapturarAsync(propia, t, ultimo, hecho);
        }))];
        if (despues.FirstOrDefault(d => d.Value - antes[d.Key] != (_ficha.SingleOrDefault(t => t.Nombre == d.Key)?.Filas.Count ?? 0)) is { Key: { } tabla })
        {
            throw new InvalidOperationException($"The rows captured of «{tabla}» are not those the product wrote.");
        }
    }

    /// <summary>The product's database up to the size, and the peer's made anew as its copy, page by page.</summary>
    private async Task LlenarAsync(int tamano)
    {
        await using (var fuente = Fuente(Producto))
        await using (var conexion = await fuente.OpenConnectionAsync())
        {
            await Llenado.LlenarAsync(conexion, _nodo, _moldes, tamano);
        }

        NpgsqlConnection.ClearAllPools();
        await SqlAsync(_admin, $"drop database if exists {Directo} with (force)");
        await SqlAsync(_admin, $"create database {Directo} template {Producto} strategy file_copy");
    }

    private NpgsqlDataSource Fuente(string nombre) => NpgsqlDataSource.Create($"{_servidor};Database={nombre};Command Timeout=0");

    private static async Task<Guid[]> IdsAsync(NpgsqlConnection conexion)
    {
        var ids = new List<Guid>();
        await using var orden = new NpgsqlCommand("select id from expediente", conexion);
        await using var lector = await orden.ExecuteReaderAsync();
        while (await lector.ReadAsync())
        {
            ids.Add(lector.GetGuid(0));
        }

        return [.. ids];
    }

    private static async Task SqlAsync(NpgsqlDataSource fuente, string sql)
    {
        await using var orden = fuente.CreateCommand(sql);
        orden.CommandTimeout = 0;
        await orden.ExecuteNonQueryAsync();
    }

    private static Task Decir(string texto) => Console.Error.WriteLineAsync($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {texto}");
}
