using Npgsql;

namespace Sintra.Bench.Generador;

/// <summary>
/// One binary COPY a table, all at once, each on a connection of its own and open from the first file to the last. References, keys and
/// indexes are taken away before and made anew after, from the catalogue's own definitions.
/// </summary>
internal sealed class DestinoPostgres(string cadena, IReadOnlyDictionary<Type, TablaDeEntidad> tablas) : IDestino
{
    private readonly NpgsqlDataSource _fuente = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(cadena) { CommandTimeout = 0, MaxPoolSize = 40, Options = "-c maintenance_work_mem=512MB -c synchronous_commit=off" }.ConnectionString);

    private readonly TablaDeEntidad[] _tablas = [.. tablas.Values.OrderBy(t => t.Indice)];
    private readonly List<Copia> _copias = [];
    private IReadOnlyList<Objeto> _quitados = [];

    private string[] Nombres => [.. _tablas.Select(t => t.Nombre)];

    public Lote NuevoLote() => new LotePostgres(tablas);

    public async Task AbrirAsync(CancellationToken ct)
    {
        _quitados = await ObjetosAsync(ct);
        foreach (var objeto in _quitados.OrderByDescending(o => o.Orden))
        {
            await EjecutarAsync(objeto.Quitar, ct);
        }

        foreach (var tabla in _tablas)
        {
            _copias.Add(await Copia.AbrirAsync(_fuente, tabla, ct));
        }
    }

    public Task EscribirAsync(Lote lote, CancellationToken ct)
    {
        var filas = ((LotePostgres)lote).Filas;
        return Task.WhenAll(_copias.Select((copia, i) => copia.Flujo.WriteAsync(filas[i].Bytes, ct).AsTask()));
    }

    public async Task CerrarAsync(CancellationToken ct)
    {
        await Task.WhenAll(_copias.Select(c => c.TerminarAsync(ct)));

        // Keys and indexes, two at a time; then references, which need them.
        foreach (var clase in _quitados.GroupBy(o => o.Orden).OrderBy(g => g.Key))
        {
            await Parallel.ForEachAsync(
                clase, new ParallelOptions { MaxDegreeOfParallelism = clase.Key == Objeto.Referencia ? 1 : 2, CancellationToken = ct }, async (o, ct) => await EjecutarAsync(o.Poner, ct));
        }

        foreach (var tabla in Nombres)
        {
            await EjecutarAsync($"vacuum (analyze) {tabla}", ct);
        }
    }

    public async Task<Tamanos> MedirAsync(CancellationToken ct)
    {
        var tamanos = new List<Tamano>();
        foreach (var tabla in Nombres)
        {
            await using var orden = _fuente.CreateCommand(
                $"select (select count(*) from {tabla}), pg_total_relation_size('{tabla}') - pg_indexes_size('{tabla}'), pg_indexes_size('{tabla}')");
            await using var lector = await orden.ExecuteReaderAsync(ct);
            await lector.ReadAsync(ct);
            tamanos.Add(new(tabla, lector.GetInt64(0), lector.GetInt64(1), lector.GetInt64(2)));
        }

        await using var total = _fuente.CreateCommand("select pg_database_size(current_database())");
        return new((long)(await total.ExecuteScalarAsync(ct))!, tamanos);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copia in _copias)
        {
            await copia.DisposeAsync();
        }

        await _fuente.DisposeAsync();
    }

    private async Task<IReadOnlyList<Objeto>> ObjetosAsync(CancellationToken ct)
    {
        await using var orden = _fuente.CreateCommand(
            """
            select conrelid::regclass::text, conname::text, pg_get_constraintdef(oid), contype = 'f' from pg_constraint
            where (contype in ('p', 'u') and conrelid::regclass::text = any($1))
               or (contype = 'f' and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1)))
            union all
            select '', indexrelid::regclass::text, pg_get_indexdef(indexrelid), false from pg_index i
            where indrelid::regclass::text = any($1) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
            """);
        orden.Parameters.Add(new() { Value = Nombres });
        var objetos = new List<Objeto>();
        await using var lector = await orden.ExecuteReaderAsync(ct);
        while (await lector.ReadAsync(ct))
        {
            var (tabla, nombre, definicion) = (lector.GetString(0), lector.GetString(1), lector.GetString(2));
            objetos.Add(tabla.Length == 0
                ? new(Objeto.Indice, $"drop index {nombre}", definicion)
                : new(lector.GetBoolean(3) ? Objeto.Referencia : Objeto.Indice, $"alter table {tabla} drop constraint {nombre}", $"alter table {tabla} add constraint {nombre} {definicion}"));
        }

        return objetos;
    }

    private async Task EjecutarAsync(string sql, CancellationToken ct)
    {
        await using var orden = _fuente.CreateCommand(sql);
        await orden.ExecuteNonQueryAsync(ct);
    }

    private sealed record Objeto(int Orden, string Quitar, string Poner)
    {
        public const int Indice = 1;
        public const int Referencia = 2;
    }

    private sealed class LotePostgres(IReadOnlyDictionary<Type, TablaDeEntidad> tablas) : Lote(tablas)
    {
        public FilasDeCopy[] Filas { get; } = [.. tablas.Select(_ => new FilasDeCopy())];

        public override void Vaciar()
        {
            base.Vaciar();
            foreach (var filas in Filas)
            {
                filas.Vaciar();
            }
        }

        protected override void Agregar(TablaDeEntidad tabla, object entidad)
        {
            var filas = Filas[tabla.Indice];
            filas.Empezar(tabla.Columnas.Count);
            for (var i = 0; i < tabla.Columnas.Count; i++)
            {
                filas.Escribir(tabla.Valor(entidad, i), tabla.Columnas[i].Tipo);
            }
        }
    }

    private sealed class Copia(NpgsqlConnection conexion, NpgsqlTransaction transaccion, NpgsqlRawCopyStream flujo) : IAsyncDisposable
    {
        private bool _terminada;

        public NpgsqlRawCopyStream Flujo => flujo;

        // An empty table is emptied again: rows that come in the transaction that did so are born frozen, and where wal_level is minimal unlogged.
        public static async Task<Copia> AbrirAsync(NpgsqlDataSource fuente, TablaDeEntidad tabla, CancellationToken ct)
        {
            var conexion = await fuente.OpenConnectionAsync(ct);
            var transaccion = await conexion.BeginTransactionAsync(ct);
            await using var hay = new NpgsqlCommand($"select exists (select 1 from {tabla.Nombre})", conexion, transaccion);
            var vacia = !(bool)(await hay.ExecuteScalarAsync(ct))!;
            if (vacia)
            {
                await using var vaciar = new NpgsqlCommand($"truncate {tabla.Nombre}", conexion, transaccion);
                await vaciar.ExecuteNonQueryAsync(ct);
            }

            var columnas = string.Join(", ", tabla.Columnas.Select(c => c.Nombre));
            var flujo = await conexion.BeginRawBinaryCopyAsync($"copy {tabla.Nombre} ({columnas}) from stdin with (format binary{(vacia ? ", freeze" : "")})", ct);
            await flujo.WriteAsync(FilasDeCopy.Cabecera, ct);
            return new(conexion, transaccion, flujo);
        }

        public async Task TerminarAsync(CancellationToken ct)
        {
            await flujo.WriteAsync(FilasDeCopy.Final, ct);
            await flujo.DisposeAsync();
            _terminada = true;
            await transaccion.CommitAsync(ct);
        }

        public async ValueTask DisposeAsync()
        {
            if (!_terminada)
            {
                await flujo.CancelAsync();
            }

            await transaccion.DisposeAsync();
            await conexion.DisposeAsync();
        }
    }
}
