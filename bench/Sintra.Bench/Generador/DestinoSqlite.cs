using Microsoft.Data.Sqlite;

namespace Sintra.Bench.Generador;

/// <summary>One prepared INSERT a table, a transaction of some thousands of files; secondary indexes are made anew afterwards and references checked.</summary>
internal sealed class DestinoSqlite : IDestino
{
    private const int LotesPorTransaccion = 10;

    private readonly IReadOnlyDictionary<Type, TablaDeEntidad> _tablas;
    private readonly TablaDeEntidad[] _enOrden;
    private readonly SqliteConnection _conexion;
    private readonly List<SqliteCommand> _ordenes = [];
    private List<(string Quitar, string Poner)> _indices = [];
    private SqliteTransaction? _transaccion;
    private int _lotes;

    public DestinoSqlite(string archivo, IReadOnlyDictionary<Type, TablaDeEntidad> tablas)
    {
        _tablas = tablas;
        _enOrden = [.. tablas.Values.OrderBy(t => t.Indice)];
        _conexion = new(new SqliteConnectionStringBuilder { DataSource = archivo, ForeignKeys = false, Pooling = false }.ToString());
    }

    public Lote NuevoLote() => new LoteSqlite(_tablas);

    public async Task AbrirAsync(CancellationToken ct)
    {
        await _conexion.OpenAsync(ct);
        Ejecutar("pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-262144; pragma temp_store=memory; pragma busy_timeout=5000");
        _indices = Indices();
        foreach (var (quitar, _) in _indices)
        {
            Ejecutar(quitar);
        }

        foreach (var tabla in _enOrden)
        {
            var orden = _conexion.CreateCommand();
            orden.CommandText = $"insert into {tabla.Nombre} ({string.Join(", ", tabla.Columnas.Select(c => c.Nombre))}) values ({string.Join(", ", tabla.Columnas.Select((_, i) => $"${i}"))})";
            for (var i = 0; i < tabla.Columnas.Count; i++)
            {
                orden.Parameters.Add(new SqliteParameter($"${i}", null));
            }

            orden.Prepare();
            _ordenes.Add(orden);
        }
    }

    public Task EscribirAsync(Lote lote, CancellationToken ct)
    {
        _transaccion ??= _conexion.BeginTransaction();
        var filas = ((LoteSqlite)lote).Filas;
        for (var t = 0; t < filas.Length; t++)
        {
            var orden = _ordenes[t];
            orden.Transaction = _transaccion;
            foreach (var fila in filas[t])
            {
                for (var i = 0; i < fila.Length; i++)
                {
                    orden.Parameters[i].Value = fila[i] ?? DBNull.Value;
                }

                orden.ExecuteNonQuery();
            }
        }

        if (++_lotes % LotesPorTransaccion == 0)
        {
            Confirmar();
        }

        return Task.CompletedTask;
    }

    public Task CerrarAsync(CancellationToken ct)
    {
        Confirmar();
        foreach (var (_, poner) in _indices)
        {
            Ejecutar(poner);
        }

        using (var orden = _conexion.CreateCommand())
        {
            orden.CommandText = "pragma foreign_key_check";
            using var lector = orden.ExecuteReader();
            if (lector.Read())
            {
                throw new InvalidOperationException($"A row of «{lector.GetString(0)}» names one of «{lector.GetString(2)}» that is not there.");
            }
        }

        Ejecutar("analyze; pragma wal_checkpoint(truncate)");
        return Task.CompletedTask;
    }

    public Task<Tamanos> MedirAsync(CancellationToken ct) => Task.FromResult(new Tamanos(
        Escalar("pragma page_count") * Escalar("pragma page_size"),
        [.. _enOrden.Select(t => new Tamano(t.Nombre, Escalar($"select count(*) from {t.Nombre}")))]));

    public async ValueTask DisposeAsync()
    {
        foreach (var orden in _ordenes)
        {
            await orden.DisposeAsync();
        }

        await (_transaccion?.DisposeAsync() ?? default);
        await _conexion.DisposeAsync();
    }

    private void Confirmar()
    {
        _transaccion?.Commit();
        _transaccion?.Dispose();
        _transaccion = null;
    }

    private List<(string Quitar, string Poner)> Indices()
    {
        var indices = new List<(string, string)>();
        using var orden = _conexion.CreateCommand();
        orden.CommandText = $"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({string.Join(", ", _enOrden.Select(t => $"'{t.Nombre}'"))})";
        using var lector = orden.ExecuteReader();
        while (lector.Read())
        {
            indices.Add(($"drop index \"{lector.GetString(0)}\"", lector.GetString(1)));
        }

        return indices;
    }

    private long Escalar(string sql)
    {
        using var orden = _conexion.CreateCommand();
        orden.CommandText = sql;
        return (long)orden.ExecuteScalar()!;
    }

    private void Ejecutar(string sql)
    {
        using var orden = _conexion.CreateCommand();
        orden.CommandText = sql;
        orden.ExecuteNonQuery();
    }

    private sealed class LoteSqlite(IReadOnlyDictionary<Type, TablaDeEntidad> tablas) : Lote(tablas)
    {
        public List<object?[]>[] Filas { get; } = [.. tablas.Select(_ => new List<object?[]>())];

        public override void Vaciar()
        {
            base.Vaciar();
            foreach (var filas in Filas)
            {
                filas.Clear();
            }
        }

        protected override void Agregar(TablaDeEntidad tabla, object entidad)
        {
            var fila = new object?[tabla.Columnas.Count];
            for (var i = 0; i < fila.Length; i++)
            {
                fila[i] = tabla.Valor(entidad, i);
            }

            Filas[tabla.Indice].Add(fila);
        }
    }
}
