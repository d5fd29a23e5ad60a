using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Sintra.Bench;

/// <summary>
/// Fills a database up to a size, outside what is measured: the rows of files that the product wrote, copied by INSERT … SELECT with new keys
/// (UUID version 7, rising, as those of the product). The log gets its three rows a file chained with the installation's key, so that the
/// whole of it still verifies; in the lanes of another block, as another node's would be.
/// </summary>
internal static class Llenado
{
    private const int Bloque = 1;

    private const string Funcion =
        """
        create or replace function llave_v7(g bigint, semilla text) returns uuid language sql immutable as $$
          select (lpad(to_hex(1767225600000 + g * 600), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid from (select md5(g || semilla) as h) x $$;
        create table if not exists molde (i int primary key, expediente uuid not null, hecho uuid not null);
        """;

    /// <summary>Leaves <paramref name="hasta"/> files in all, and statistics taken.</summary>
    public static async Task LlenarAsync(NpgsqlConnection conexion, Nodo nodo, IReadOnlyList<Guid> moldes, int hasta)
    {
        await EjecutarAsync(conexion, Funcion);
        await EjecutarAsync(conexion, "truncate molde");
        await EjecutarAsync(conexion, "insert into molde select (row_number() over () - 1)::int, e.id, e.hecho from expediente e where e.id = any($1)", moldes.ToArray());
        var hay = (int)await EscalarAsync(conexion, "select count(*) from expediente");
        var desde = (int)await EscalarAsync(conexion, "select coalesce(max(substr(numero_de_origen, 3)::bigint), 0) from expediente where numero_de_origen like 'R-%'");
        var (primero, ultimo) = (desde + 1, desde + hasta - hay);
        if (ultimo < primero)
        {
            return;
        }

        foreach (var tabla in Tabla.DeUnaFicha.Where(t => t != "asiento"))
        {
            var columnas = await Tabla.ColumnasAsync(conexion, tabla);
            await EjecutarAsync(conexion,
                $"""
                insert into {tabla} ({string.Join(", ", columnas.Select(c => c.Nombre))})
                select {string.Join(", ", columnas.Select(c => Valor(tabla, c)))}
                from generate_series({primero}::bigint, {ultimo}) g join molde m on m.i = g % {moldes.Count} join {tabla} t on {Tabla.Suyas(tabla, "m.expediente", "m.hecho")}
                order by g
                """);
        }

        await LlenarBitacoraAsync(conexion, nodo, primero, ultimo);
        await EjecutarAsync(conexion, "vacuum (analyze)");
        await EjecutarAsync(conexion, "checkpoint");
    }

    private static string Valor(string tabla, Columna columna) => (tabla, columna.Nombre) switch
    {
        ("hecho", "id") or ("expediente", "hecho") => "llave_v7(g, 'h')",
        ("expediente", "id") or ("llave_de_datos", "dueno") or (_, "expediente") => "llave_v7(g, 'e')",
        ("expediente", "numero_de_origen") => "'R-' || lpad(g::text, 9, '0')",
        ("testigo", "valor") => "('x' || substr(md5(random()::text), 1, 16))::bit(64)::bigint",
        (_, "id" or "version") when columna.Tipo == "uuid" => "llave_v7(g, random()::text)",
        _ => $"t.{columna.Nombre}",
    };

    private static async Task LlenarBitacoraAsync(NpgsqlConnection conexion, Nodo nodo, int primero, int ultimo)
    {
        var llave = nodo.Servicios.GetRequiredService<Llavero>().Vigente(UsoDeLlave.Bitacora).Material;
        var cabezas = await nodo.EnAlcanceAsync(async sp => (await sp.GetRequiredService<SintraDb>().CabezasAsync(default)).ToDictionary(c => c.Carril, c => new Cabeza(c.N, c.Mac)));
        var asientos = new List<Asiento>();
        var fichas = new List<(Guid Expediente, Guid Hecho, DateTime En)>();
        await using (var orden = new NpgsqlCommand("select id, hecho, creado_en from expediente where numero_de_origen between $1 and $2 order by id", conexion))
        {
            orden.Parameters.Add(new() { Value = $"R-{primero:000000000}" });
            orden.Parameters.Add(new() { Value = $"R-{ultimo:000000000}" });
            await using var lector = await orden.ExecuteReaderAsync();
            while (await lector.ReadAsync())
            {
                fichas.Add((lector.GetGuid(0), lector.GetGuid(1), lector.GetDateTime(2)));
            }
        }

        await using var copia = await conexion.BeginBinaryImportAsync("copy asiento (carril, n, en, cuenta, suceso, expediente, datos, mac) from stdin (format binary)");
        foreach (var (ficha, i) in fichas.Select((f, i) => (f, i)))
        {
            var cambios = (Bloque * Carriles.PorBloque) + (i % (Carriles.PorBloque / 2));
            await EscribirAsync(cambios, ficha.En, "HechoAbierto", null, $$"""{"Hecho":{"Valor":"{{ficha.Hecho}}"},"Institucion":"FGR"}""");
            await EscribirAsync(cambios, ficha.En, "ExpedienteAbierto", ficha.Expediente, $$"""{"Hecho":{"Valor":"{{ficha.Hecho}}"},"Institucion":"FGR","NivelIdentificacion":"ID"}""");
            await EscribirAsync(cambios + (Carriles.PorBloque / 2), ficha.En, "ExpedienteConsultado", ficha.Expediente, """{"Pantalla":"expediente"}""");
        }

        await copia.CompleteAsync();

        async Task EscribirAsync(int carril, DateTime en, string suceso, Guid? expediente, string datos)
        {
            var anterior = cabezas.GetValueOrDefault(carril, Cabeza.Origen);
            var asiento = new Asiento
            {
                Carril = carril, N = anterior.N + 1, En = en, Cuenta = Nodo.Quien.Cuenta, Suceso = suceso, Datos = datos,
                Expediente = expediente is { } id ? new ExpedienteId(id) : null,
            };
            asiento.Mac = Cadena.Mac(llave, anterior.Mac, asiento);
            cabezas[carril] = new(asiento.N, asiento.Mac);
            await copia.StartRowAsync();
            await copia.WriteAsync(carril, NpgsqlDbType.Integer);
            await copia.WriteAsync(asiento.N, NpgsqlDbType.Bigint);
            await copia.WriteAsync(en, NpgsqlDbType.TimestampTz);
            await copia.WriteAsync(asiento.Cuenta.Valor, NpgsqlDbType.Uuid);
            await copia.WriteAsync(suceso, NpgsqlDbType.Text);
            await (expediente is { } e ? copia.WriteAsync(e, NpgsqlDbType.Uuid) : copia.WriteNullAsync());
            await copia.WriteAsync(datos, NpgsqlDbType.Text);
            await copia.WriteAsync(asiento.Mac, NpgsqlDbType.Bytea);
        }
    }

    private static async Task EjecutarAsync(NpgsqlConnection conexion, string sql, Guid[]? ids = null)
    {
        await using var orden = new NpgsqlCommand(sql, conexion) { CommandTimeout = 0 };
        if (ids is not null)
        {
            orden.Parameters.Add(new() { Value = ids });
        }

        await orden.ExecuteNonQueryAsync();
    }

    private static async Task<long> EscalarAsync(NpgsqlConnection conexion, string sql)
    {
        await using var orden = new NpgsqlCommand(sql, conexion);
        return (long)(await orden.ExecuteScalarAsync())!;
    }
}
