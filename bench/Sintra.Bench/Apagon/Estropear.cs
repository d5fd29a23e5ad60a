using Sintra.Expedientes;

namespace Sintra.Bench.Apagon;

/// <summary>Damages a throw-away database on purpose, so that the check is seen to say so before it is believed.</summary>
internal static class Estropear
{
    /// <param name="que"><c>fila</c> loses one of two rows of an acknowledged save; <c>asiento</c> changes one letter of a line of the log.</param>
    public static async Task UnoAsync(SintraDb db, string que, IReadOnlyList<Cuaderno> cuadernos)
    {
        var id = (cuadernos.LastOrDefault(c => c.Confirmado > 0) ?? throw new InvalidOperationException("No save was acknowledged: there is nothing to damage.")).Id;
        if (que == "asiento")
        {
            // The database refuses the change; who owns it can take the refusal away.
            await (db is SintraDbSqlite
                ? db.Database.ExecuteSqlAsync($"drop trigger asiento_no_cambia")
                : db.Database.ExecuteSqlAsync($"drop trigger asiento_solo_crece on asiento"));
        }

        var tocados = que switch
        {
            "fila" => await db.Secciones.Where(s => s.Expediente == id && s.Clave == Registrador.Pagina && s.Fila == 2).ExecuteDeleteAsync(),
            "asiento" => await db.Asientos.Where(a => a.Expediente == id && a.Suceso == nameof(ExpedienteAbierto)).ExecuteUpdateAsync(a => a.SetProperty(l => l.Datos, l => l.Datos + " ")),
            _ => throw new InvalidOperationException("--estropear fila|asiento"),
        };
        if (tocados != 1)
        {
            throw new InvalidOperationException($"{tocados} rows were damaged instead of one.");
        }
    }
}
