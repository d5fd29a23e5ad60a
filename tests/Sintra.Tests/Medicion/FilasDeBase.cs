using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Bench.Generador;

namespace Sintra.Tests.Medicion;

/// <summary>Every row of a database, table by table, as text that two databases may be compared by.</summary>
internal sealed class FilasDeBase
{
    private readonly Dictionary<string, List<SortedDictionary<string, object?>>> _tablas = [];

    public IEnumerable<string> Tablas => _tablas.Keys;

    public static async Task<FilasDeBase> LeerAsync(NodoDeFichas nodo, CancellationToken ct)
    {
        await using var alcance = nodo.Servicios.CreateAsyncScope();
        var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
        var leidas = new FilasDeBase();
        await db.Database.OpenConnectionAsync(ct);
        foreach (var tabla in await alcance.ServiceProvider.GetRequiredService<Esquema>().TablasAsync(ct))
        {
            leidas._tablas[tabla] = await FilasAsync(db.Database.GetDbConnection(), tabla, ct);
        }

        var llaves = await db.Set<LlaveDeDatos>().AsNoTracking().ToDictionaryAsync(l => l.Dueno, ct);
        var sellos = alcance.ServiceProvider.GetRequiredService<Sellos>();
        foreach (var fila in leidas._tablas["seccion"].Where(f => f["selladas"] is not null))
        {
            var dueno = Guid.Parse(Texto(fila["expediente"]), CultureInfo.InvariantCulture);
            fila["selladas"] = sellos.AbrirTexto(llaves[dueno], new("seccion", "selladas", $"{dueno:n}/{fila["clave"]}/{fila["fila"]}"), (byte[])fila["selladas"]!);
        }

        return leidas;
    }

    public int Cuenta(string tabla) => _tablas[tabla].Count;

    /// <param name="omitidas">Columns that are chance, or where a row stands.</param>
    /// <param name="deMomento">Ids drawn in another turn: of them only the moment counts, the first twelve figures.</param>
    /// <param name="entre">Which rows; null for all.</param>
    public IReadOnlyList<string> Renglones(string tabla, string[] omitidas, string[] deMomento, Func<IReadOnlyDictionary<string, object?>, bool>? entre = null) =>
    [
        .. _tablas[tabla]
            .Where(f => entre?.Invoke(f) ?? true)
            .Select(f => string.Join(" | ", f.Where(c => !omitidas.Contains(c.Key)).Select(c => $"{c.Key}={(deMomento.Contains(c.Key) ? Texto(c.Value)[..13] : Texto(c.Value))}")))
            .Order(StringComparer.Ordinal),
    ];

    public IEnumerable<IReadOnlyDictionary<string, object?>> Filas(string tabla) => _tablas[tabla];

    private static async Task<List<SortedDictionary<string, object?>>> FilasAsync(DbConnection conexion, string tabla, CancellationToken ct)
    {
        var filas = new List<SortedDictionary<string, object?>>();
        await using var orden = conexion.CreateCommand();
        orden.CommandText = $"select * from {tabla}";
        await using var lector = await orden.ExecuteReaderAsync(ct);
        while (await lector.ReadAsync(ct))
        {
            filas.Add(new(Enumerable.Range(0, lector.FieldCount).ToDictionary(lector.GetName, i => lector.IsDBNull(i) ? null : lector.GetValue(i)), StringComparer.Ordinal));
        }

        return filas;
    }

    private static string Texto(object? valor) => valor switch
    {
        null => "∅",
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime momento => momento.ToString("o", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{valor}").ToLowerInvariant(),
    };
}
