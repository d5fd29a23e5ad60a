using Npgsql;

namespace Sintra.Bench;

/// <summary>
/// The peer: the rows of one file by plain Npgsql. One connection kept, one prepared batch, one transaction, one statement a table (arrays
/// and unnest), new ids each time. It validates nothing, seals nothing, chains nothing: the bytes are those the product once wrote.
/// </summary>
internal sealed class EscritorDirecto : IAsyncDisposable
{
    private readonly NpgsqlConnection _conexion;
    private readonly NpgsqlBatch _lote;
    private readonly List<Accion> _acciones = [];
    private Guid _expediente;
    private Guid _hecho;
    private int _n;
    private long _asiento;

    private EscritorDirecto(NpgsqlConnection conexion) => (_conexion, _lote) = (conexion, conexion.CreateBatch());

    private delegate void Accion();

    /// <param name="carril">Lane of its own, so that writers do not meet in the log.</param>
    public static async Task<EscritorDirecto> NuevoAsync(NpgsqlDataSource fuente, IReadOnlyList<Tabla> ficha, int carril)
    {
        var escritor = new EscritorDirecto(await fuente.OpenConnectionAsync());
        foreach (var tabla in ficha)
        {
            escritor.Agregar(tabla, carril);
        }

        await using (var ultimo = new NpgsqlCommand($"select coalesce(max(n), 0) from asiento where carril = {carril}", escritor._conexion))
        {
            escritor._asiento = (long)(await ultimo.ExecuteScalarAsync())!;
        }

        await escritor._lote.PrepareAsync();
        return escritor;
    }

    public async Task CrearAsync(int n)
    {
        (_n, _expediente, _hecho) = (n, Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var accion in _acciones)
        {
            accion();
        }

        await _lote.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _lote.DisposeAsync();
        await _conexion.DisposeAsync();
    }

    private void Agregar(Tabla tabla, int carril)
    {
        var orden = new NpgsqlBatchCommand(tabla.Insercion());
        for (var i = 0; i < tabla.Columnas.Count; i++)
        {
            var parametro = Tabla.Parametro(tabla.Columnas[i]);
            var valores = tabla.Valores(i);
            parametro.Value = valores;
            orden.Parameters.Add(parametro);
            if (Renovar(tabla.Nombre, tabla.Columnas[i].Nombre, valores, carril) is { } accion)
            {
                _acciones.Add(accion);
            }
        }

        _lote.BatchCommands.Add(orden);
    }

    // The arrays are the parameters' own: what is new in each operation is written into them.
    private Accion? Renovar(string tabla, string columna, Array valores, int carril) => (tabla, columna) switch
    {
        ("hecho", "id") or ("expediente", "hecho") => () => Poner(valores, (Guid?)_hecho),
        ("expediente", "id") or ("llave_de_datos", "dueno") => () => Poner(valores, (Guid?)_expediente),
        ("asiento", "expediente") => () => PonerDondeHay(valores),
        (_, "expediente") => () => Poner(valores, (Guid?)_expediente),
        (_, "id" or "version") when valores is Guid?[] => () => Cada(valores, () => (Guid?)Guid.CreateVersion7()),
        ("expediente", "numero_de_origen") => () => Poner(valores, $"D-{_n:000000000}"),
        ("testigo", "valor") => () => Cada(valores, () => (long?)Guid.CreateVersion7().GetHashCode() * 0x9E3779B97F4A7C1),
        ("asiento", "carril") => () => Poner(valores, (int?)carril),
        ("asiento", "n") => () => Cada(valores, () => (long?)++_asiento),
        _ => null,
    };

    private void PonerDondeHay(Array valores)
    {
        var ids = (Guid?[])valores;
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = ids[i] is null ? null : _expediente;
        }
    }

    private static void Poner<T>(Array valores, T valor) => Array.Fill((T[])valores, valor);

    private static void Cada<T>(Array valores, Func<T> valor)
    {
        var propios = (T[])valores;
        for (var i = 0; i < propios.Length; i++)
        {
            propios[i] = valor();
        }
    }
}
