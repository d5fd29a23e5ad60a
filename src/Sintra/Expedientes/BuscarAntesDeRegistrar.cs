namespace Sintra.Expedientes;

/// <summary>«Search before create», inside one's own reach. What other institutions hold is never told, whether or not there is something.</summary>
/// <param name="Nombre">Name or alias as known; words in any order.</param>
/// <param name="Edad">About how old; two years either way count.</param>
public sealed record BuscarAntesDeRegistrar(string? Nombre, string? Curp, string? Sexo, int? Edad, string? Entidad);

/// <param name="Motivos">Why it may be the same person, in words.</param>
public sealed record Coincidencia(
    ExpedienteId Expediente,
    string? Folio,
    string? Sexo,
    int? EdadMinima,
    int? EdadMaxima,
    string? Calidad,
    string Institucion,
    DateTime CreadoEn,
    IReadOnlyList<string> Motivos);

public sealed class BuscarAntesDeRegistrarHandler(SintraDb db, Sellos sellos, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>What «Quién ha consultado» of a file calls having been found by a search.</summary>
    public const string Pantalla = "busqueda";

    private const int Mostrados = 10;
    private const int HolguraDeEdad = 2;

    public async Task<Resultado<IReadOnlyList<Coincidencia>>> EjecutarAsync(BuscarAntesDeRegistrar orden, CancellationToken ct)
    {
        var criterios = Criterios(orden);
        if (criterios.Count == 0)
        {
            return new Falla(nameof(orden.Nombre), "Escriba al menos un dato de la persona, o elija «No conozco ningún dato».");
        }

        var porIdentidad = await PorIdentidadAsync(orden, ct);
        var porGenerales = orden is { Sexo: not null, Edad: not null } ? await PorGeneralesAsync(orden, ct) : [];
        IReadOnlyList<Coincidencia> halladas = [.. porIdentidad
            .Concat(porGenerales)
            .GroupBy(c => c.Expediente)
            .Select(g => g.First() with { Motivos = [.. g.SelectMany(c => c.Motivos).Distinct()] })
            .OrderByDescending(c => c.Motivos.Count)
            .ThenByDescending(c => c.CreadoEn)
            .Take(Mostrados)];

        bitacora.Asentar(new BusquedaPrevia(criterios, halladas.Count));
        foreach (var hallada in halladas)
        {
            // Who searches by a name and finds a file has learnt whose it is.
            bitacora.Asentar(new ExpedienteConsultado(Pantalla), hallada.Expediente);
        }

        await db.SaveChangesAsync(ct);

        return Resultado<IReadOnlyList<Coincidencia>>.Con(halladas);
    }

    private static List<string> Criterios(BuscarAntesDeRegistrar orden) =>
    [
        .. string.IsNullOrWhiteSpace(orden.Nombre) ? Array.Empty<string>() : ["nombre"],
        .. string.IsNullOrWhiteSpace(orden.Curp) ? Array.Empty<string>() : ["curp"],
        .. orden.Sexo is null ? Array.Empty<string>() : ["sexo"],
        .. orden.Edad is null ? Array.Empty<string>() : ["edad"],
        .. orden.Entidad is null ? Array.Empty<string>() : ["entidad"],
    ];

    private async Task<List<Coincidencia>> PorIdentidadAsync(BuscarAntesDeRegistrar orden, CancellationToken ct)
    {
        var testigos = TestigosDeIdentidad.DeBusqueda(orden.Nombre, orden.Curp, sesion.Institucion)
            .SelectMany(t => sellos.Testigos(t.Tipo, t.Valor), (t, de) => (EsCurp: t.Tipo == "curp", De: de))
            .ToList();
        if (testigos.Count == 0)
        {
            return [];
        }

        var (llaves, valores, deCurp) = (testigos.Select(t => t.De.Llave).Distinct().ToList(), testigos.Select(t => t.De.Valor).ToList(), testigos.Where(t => t.EsCurp).Select(t => t.De.Valor).ToList());
        var (alcance, suyos) = (db.Expedientes.AlAlcanceDe(sesion, reloj), db.Testigos.Where(t => llaves.Contains(t.Llave)));
        var porNombre = await ProyectarAsync(alcance.Where(e => suyos.Any(t => t.Expediente == e.Id && valores.Contains(t.Valor))), "Nombre o alias", ct);
        var porCurp = deCurp.Count == 0 ? [] : await ProyectarAsync(alcance.Where(e => suyos.Any(t => t.Expediente == e.Id && deCurp.Contains(t.Valor))), "CURP", ct);

        return [.. porCurp, .. porNombre.ExceptBy(porCurp.Select(c => c.Expediente), c => c.Expediente)];
    }

    private Task<List<Coincidencia>> PorGeneralesAsync(BuscarAntesDeRegistrar orden, CancellationToken ct)
    {
        var (minima, maxima) = (orden.Edad!.Value - HolguraDeEdad, orden.Edad.Value + HolguraDeEdad);
        var (sexo, entidad) = (orden.Sexo, orden.Entidad);

        return ProyectarAsync(
            db.Expedientes.AlAlcanceDe(sesion, reloj)
                .Where(e => e.Filtros.Sexo == sexo && e.Filtros.EdadMinima <= maxima && e.Filtros.EdadMaxima >= minima)
                .Where(e => entidad == null || e.Filtros.DeteccionEntidad == entidad),
            "Sexo, edad y lugar parecidos",
            ct);
    }

    private static async Task<List<Coincidencia>> ProyectarAsync(IQueryable<Expediente> consulta, string motivo, CancellationToken ct)
    {
        var filas = await consulta
            .OrderByDescending(e => e.CreadoEn)
            .Take(Mostrados)
            .Select(e => new { e.Id, e.Folio, e.Filtros.Sexo, e.Filtros.EdadMinima, e.Filtros.EdadMaxima, e.Filtros.Calidad, e.Institucion, e.CreadoEn })
            .ToListAsync(ct);

        return [.. filas.Select(f => new Coincidencia(f.Id, f.Folio, f.Sexo, f.EdadMinima, f.EdadMaxima, f.Calidad, f.Institucion, f.CreadoEn, [motivo]))];
    }
}
