using Npgsql;
using NpgsqlTypes;

namespace Sintra.Bench;

/// <summary>
/// The peer: the same SELECTs that open a file and the log's row, by plain Npgsql, prepared on a connection kept; every value is taken out of
/// its row. Either one statement after another, as who must know that a file is within reach before reading on, or all in one round trip.
/// </summary>
internal sealed class LectorDirecto : IAsyncDisposable
{
    private static readonly string[] Consultas =
    [
        """
        select e.*, c.* from (
          select e.* from expediente e
          where (e.estado <> 'BORRADOR' or e.capturado_por = $2)
            and exists (select 1 from acceso a where a.expediente = e.id and a.institucion = $3 and a.desde <= $4 and (a.hasta is null or a.hasta > $4))
            and e.id = $1 limit 2) e
        left join calidad c on c.expediente = e.id order by e.id
        """,
        "select * from seccion where expediente = $1 order by clave, orden, fila",
        "select grupo, max(hasta) from revelacion where expediente = $1 and cuenta = $2 and hasta > $3 group by grupo",
        "insert into asiento (carril, n, en, cuenta, suceso, expediente, datos, mac) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    ];

    private readonly NpgsqlConnection _conexion;
    private readonly NpgsqlBatch _lote;
    private readonly List<NpgsqlBatch> _sueltas = [];
    private readonly NpgsqlParameter<Guid>[] _expediente = [.. Consultas.Select(_ => new NpgsqlParameter<Guid> { NpgsqlDbType = NpgsqlDbType.Uuid })];
    private readonly List<NpgsqlParameter<DateTime>> _ahora = [];
    private readonly NpgsqlParameter<long> _n = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly bool _enLote;
    private object?[] _valores = new object?[64];

    private LectorDirecto(NpgsqlConnection conexion, bool enLote) => (_conexion, _lote, _enLote) = (conexion, conexion.CreateBatch(), enLote);

    public static async Task<LectorDirecto> NuevoAsync(NpgsqlDataSource fuente, int carril, bool enLote)
    {
        var lector = new LectorDirecto(await fuente.OpenConnectionAsync(), enLote);
        await using (var ultimo = new NpgsqlCommand($"select coalesce(max(n), 0) from asiento where carril = {carril}", lector._conexion))
        {
            lector._n.TypedValue = (long)(await ultimo.ExecuteScalarAsync())!;
        }

        for (var i = 0; i < Consultas.Length; i++)
        {
            var orden = new NpgsqlBatchCommand(Consultas[i]);
            orden.Parameters.AddRange(lector.Parametros(i, carril));
            var lote = enLote ? lector._lote : lector._conexion.CreateBatch();
            lote.BatchCommands.Add(orden);
            lector._sueltas.Add(lote);
        }

        foreach (var lote in lector._sueltas.Distinct())
        {
            await lote.PrepareAsync();
        }

        return lector;
    }

    public async Task<int> AbrirAsync(Guid id)
    {
        foreach (var parametro in _expediente)
        {
            parametro.TypedValue = id;
        }

        foreach (var parametro in _ahora)
        {
            parametro.TypedValue = TimeProvider.System.Ahora;
        }

        _n.TypedValue++;
        if (_enLote)
        {
            return await LeerAsync(_lote);
        }

        var filas = 0;
        foreach (var lote in _sueltas)
        {
            filas += await LeerAsync(lote);
        }

        return filas;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lote in _sueltas.Distinct())
        {
            await lote.DisposeAsync();
        }

        await _conexion.DisposeAsync();
    }

    private async Task<int> LeerAsync(NpgsqlBatch lote)
    {
        var filas = 0;
        await using var lector = await lote.ExecuteReaderAsync();
        do
        {
            while (await lector.ReadAsync())
            {
                filas++;
                lector.GetValues(_valores!);
            }
        }
        while (await lector.NextResultAsync());

        return filas;
    }

    private NpgsqlParameter[] Parametros(int consulta, int carril)
    {
        NpgsqlParameter<DateTime> Ahora()
        {
            var parametro = new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz };
            _ahora.Add(parametro);
            return parametro;
        }

        NpgsqlParameter<Guid> Cuenta() => new() { TypedValue = Nodo.Quien.Cuenta.Valor, NpgsqlDbType = NpgsqlDbType.Uuid };
        NpgsqlParameter<string> Texto(string texto) => new() { TypedValue = texto, NpgsqlDbType = NpgsqlDbType.Text };
        var expediente = _expediente[consulta];

        return consulta switch
        {
            0 => [expediente, Cuenta(), Texto(Nodo.Quien.Institucion), Ahora()],
            2 => [expediente, Cuenta(), Ahora()],
            3 => [new NpgsqlParameter<int> { TypedValue = carril, NpgsqlDbType = NpgsqlDbType.Integer }, _n, Ahora(), Cuenta(), Texto("ExpedienteConsultado"), expediente,
                Texto("""{"Pantalla":"expediente"}"""), new NpgsqlParameter<byte[]> { TypedValue = new byte[32], NpgsqlDbType = NpgsqlDbType.Bytea }],
            _ => [expediente],
        };
    }
}
