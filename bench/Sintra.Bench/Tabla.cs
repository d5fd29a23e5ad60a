using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Sintra.Bench;

internal sealed record Columna(string Nombre, string Tipo);

/// <summary>The rows one file has in one table, as the product wrote them.</summary>
internal sealed record Tabla(string Nombre, IReadOnlyList<Columna> Columnas, IReadOnlyList<object?[]> Filas)
{
    /// <summary>Tables that creating a file writes to, parents first.</summary>
    public static readonly string[] DeUnaFicha = ["hecho", "expediente", "acceso", "llave_de_datos", "seccion", "testigo", "filtro_multiple", "asiento"];

    /// <summary>Which rows of a table are a file's; $1 is the file, $2 its event.</summary>
    public static string Suyas(string tabla, string expediente = "$1", string hecho = "$2") => tabla switch
    {
        "hecho" => $"t.id = {hecho}",
        "expediente" => $"t.id = {expediente}",
        "llave_de_datos" => $"t.dueno = {expediente}",
        "asiento" => $"(t.expediente = {expediente} or (t.suceso = 'HechoAbierto' and t.datos like '%' || {hecho} || '%'))",
        _ => $"t.expediente = {expediente}",
    };

    public static async Task<Tabla> CapturarAsync(NpgsqlConnection conexion, string nombre, Guid expediente, Guid hecho)
    {
        var columnas = await ColumnasAsync(conexion, nombre);
        var filas = new List<object?[]>();
        await using var orden = new NpgsqlCommand($"select {string.Join(", ", columnas.Select(c => c.Nombre))} from {nombre} t where {Suyas(nombre, $"'{expediente}'", $"'{hecho}'")}", conexion);
        await using var lector = await orden.ExecuteReaderAsync();
        while (await lector.ReadAsync())
        {
            filas.Add([.. columnas.Select((c, i) => lector.IsDBNull(i) ? null : c.Tipo == "date" ? lector.GetFieldValue<DateOnly>(i) : lector.GetValue(i))]);
        }

        return new(nombre, columnas, filas);
    }

    public static async Task<IReadOnlyList<Columna>> ColumnasAsync(NpgsqlConnection conexion, string nombre)
    {
        var columnas = new List<Columna>();
        await using var orden = new NpgsqlCommand("select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position", conexion);
        orden.Parameters.Add(new() { Value = nombre });
        await using var lector = await orden.ExecuteReaderAsync();
        while (await lector.ReadAsync())
        {
            columnas.Add(new(lector.GetString(0), lector.GetString(1)));
        }

        return columnas;
    }

    /// <summary>How many rows each table has: so that none is forgotten.</summary>
    public static async Task<Dictionary<string, long>> ContarAsync(NpgsqlConnection conexion)
    {
        var cuentas = new Dictionary<string, long>();
        await using (var nombres = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'public'", conexion))
        await using (var lector = await nombres.ExecuteReaderAsync())
        {
            while (await lector.ReadAsync())
            {
                cuentas[lector.GetString(0)] = 0;
            }
        }

        foreach (var nombre in cuentas.Keys)
        {
            await using var orden = new NpgsqlCommand($"select count(*) from \"{nombre}\"", conexion);
            cuentas[nombre] = Convert.ToInt64(await orden.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return cuentas;
    }

    public string Insercion() =>
        $"insert into {Nombre} ({string.Join(", ", Columnas.Select(c => c.Nombre))}) select * from unnest({string.Join(", ", Columnas.Select((_, i) => $"${i + 1}"))})";

    /// <summary>An array parameter for a column, already typed.</summary>
    public static NpgsqlParameter Parametro(Columna columna) => columna.Tipo switch
    {
        "uuid" => Arreglo<Guid?>(NpgsqlDbType.Uuid),
        "integer" => Arreglo<int?>(NpgsqlDbType.Integer),
        "bigint" => Arreglo<long?>(NpgsqlDbType.Bigint),
        "boolean" => Arreglo<bool?>(NpgsqlDbType.Boolean),
        "timestamp with time zone" => Arreglo<DateTime?>(NpgsqlDbType.TimestampTz),
        "date" => Arreglo<DateOnly?>(NpgsqlDbType.Date),
        "bytea" => Arreglo<byte[]?>(NpgsqlDbType.Bytea),
        "jsonb" => Arreglo<string?>(NpgsqlDbType.Jsonb),
        "text" or "character varying" => Arreglo<string?>(NpgsqlDbType.Text),
        _ => throw new NotSupportedException(columna.Tipo),
    };

    /// <summary>Values of one column, in an array that <see cref="Parametro"/> takes.</summary>
    public Array Valores(int columna)
    {
        var valores = Vacio(Columnas[columna].Tipo, Filas.Count);
        for (var i = 0; i < Filas.Count; i++)
        {
            valores.SetValue(Filas[i][columna], i);
        }

        return valores;
    }

    private static NpgsqlParameter<T[]> Arreglo<T>(NpgsqlDbType tipo) => new() { NpgsqlDbType = NpgsqlDbType.Array | tipo, TypedValue = [] };

    private static Array Vacio(string tipo, int largo) => tipo switch
    {
        "uuid" => new Guid?[largo],
        "integer" => new int?[largo],
        "bigint" => new long?[largo],
        "boolean" => new bool?[largo],
        "timestamp with time zone" => new DateTime?[largo],
        "date" => new DateOnly?[largo],
        "bytea" => new byte[]?[largo],
        _ => new string?[largo],
    };
}
