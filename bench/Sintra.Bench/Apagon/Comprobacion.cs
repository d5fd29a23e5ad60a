using System.Text.Json;
using Sintra.Expedientes;

namespace Sintra.Bench.Apagon;

/// <summary>Holds what the database has against what the server acknowledged, and every file, acknowledged or not, against what makes a file whole.</summary>
internal static class Comprobacion
{
    /// <returns>How many files and facts were looked at, and each fault in words of a developer.</returns>
    public static async Task<(int Expedientes, int Versiones, List<string> Faltas)> DeAsync(SintraDb db, IReadOnlyList<Cuaderno> cuadernos)
    {
        var faltas = new List<string>();
        var expedientes = await db.Expedientes.AsNoTracking().AsSplitQuery().Include(e => e.Accesos).Include(e => e.Calidades).ToDictionaryAsync(e => e.Id);
        var secciones = (await db.Secciones.AsNoTracking().ToListAsync()).ToLookup(s => s.Expediente);
        var anteriores = (await db.Set<SeccionAnterior>().AsNoTracking().ToListAsync()).ToLookup(s => s.Expediente);
        var hechos = (await db.Hechos.AsNoTracking().Select(h => h.Id).ToListAsync()).ToHashSet();
        var asientos = (await db.Asientos.AsNoTracking().Where(a => a.Expediente != null).ToListAsync()).ToLookup(a => a.Expediente!.Value);
        foreach (var e in expedientes.Values)
        {
            faltas.AddRange(Entero(e, [.. secciones[e.Id]], [.. anteriores[e.Id]], hechos.Contains(e.Hecho), [.. asientos[e.Id]]).Select(f => $"{e.Id}: {f}"));
        }

        faltas.AddRange(asientos.Where(a => !expedientes.ContainsKey(a.Key)).Select(a => $"{a.Key}: facts of a file that is not there"));
        foreach (var cuaderno in cuadernos)
        {
            faltas.AddRange((expedientes.TryGetValue(cuaderno.Id, out var e) ? Confirmado(cuaderno, e, [.. secciones[e.Id]]) : ["acknowledged and lost"]).Select(f => $"{cuaderno.Id} of {cuaderno.Registrador}: {f}"));
        }

        return (expedientes.Count, secciones.Sum(s => s.Count()) + anteriores.Sum(s => s.Count()), faltas);
    }

    /// <summary>Number that the page's last save wrote; 0 without one.</summary>
    public static int Guardado(IEnumerable<Seccion> secciones) => Valores(secciones).FirstOrDefault();

    private static IEnumerable<string> Entero(Expediente e, Seccion[] secciones, SeccionAnterior[] anteriores, bool conHecho, Asiento[] asientos)
    {
        int Sucesos(string cual) => asientos.Count(a => a.Suceso == cual);
        var paginas = secciones.Where(s => s.Clave == Registrador.Pagina && s.Fila > 0).ToList();
        (bool Falta, string Cual)[] posibles =
        [
            (!conHecho, "no event"),
            (e.Accesos.Count == 0, "no access"),
            (!secciones.Any(s => s is { Clave: AbrirExpedienteHandler.Pagina, Fila: 0 }), "no minimum record"),
            (Sucesos(nameof(ExpedienteAbierto)) != 1, "not one fact of its beginning"),
            ((e.Folio is null) != (e.Estado == EstadoDeExpediente.Borrador), "folio and state do not agree"),
            (Sucesos(nameof(ExpedienteRegistrado)) != (e.Folio is null ? 0 : 1), "registered and its fact do not agree"),
            (e.Folio is not null && e.Calidades.Count == 0, "registered without a legal condition"),
            (paginas.Count is not (0 or 2), "one row of the two that are always written together"),
            (paginas.Select(p => p.Version).Distinct().Count() > 1, "rows written together of two versions"),
            (Valores(secciones).Distinct().Count() > 1, "rows written together say different things"),
            (paginas.Any(p => Versiones(p) != asientos.Count(EsGuardada)), "not as many versions of the page as facts that it was saved"),
        ];
        return posibles.Where(p => p.Falta).Select(p => p.Cual);

        int Versiones(Seccion p) => 1 + anteriores.Count(a => a.Clave == p.Clave && a.Fila == p.Fila);
    }

    private static IEnumerable<string> Confirmado(Cuaderno cuaderno, Expediente e, Seccion[] secciones)
    {
        var guardado = Guardado(secciones);
        if (guardado < cuaderno.Confirmado || guardado > cuaderno.Enviado)
        {
            yield return $"acknowledged {cuaderno.Confirmado}, sent {cuaderno.Enviado}, stored {guardado}";
        }

        if (cuaderno.RegistroConfirmado && e.Folio is null)
        {
            yield return "registration acknowledged and lost";
        }

        if (e.Folio is not null && !cuaderno.RegistroEnviado)
        {
            yield return "registered by nobody";
        }

        if (e.Filtros.EdadMinima?.ToString(System.Globalization.CultureInfo.InvariantCulture) != cuaderno.Edad)
        {
            yield return "another age than the acknowledged one";
        }
    }

    private static bool EsGuardada(Asiento asiento) =>
        asiento.Suceso == nameof(PaginaGuardada) && asiento.Datos.Contains($"\"{Registrador.Pagina}\"", StringComparison.Ordinal);

    private static IEnumerable<int> Valores(IEnumerable<Seccion> secciones) => secciones
        .Where(s => s.Clave == Registrador.Pagina && s.Fila > 0)
        .Select(s => JsonDocument.Parse(s.Abiertas).RootElement.TryGetProperty("otras_victimas", out var valor) ? valor.GetInt32() : 0);
}
