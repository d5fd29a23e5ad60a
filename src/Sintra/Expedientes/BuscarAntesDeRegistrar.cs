using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>«Search before create», inside one's own reach. What other institutions hold is never told, whether or not there is something.</summary>
/// <param name="Nombre">Name or alias as known; words in any order.</param>
/// <param name="Edad">About how old; two years either way count.</param>
/// <param name="Documento">Number of whatever document they carry, signs and spaces apart.</param>
/// <param name="Nacionalidad">Code of <c>paises</c>, or its name as typed.</param>
/// <param name="Nacimiento">Year of birth, where no more of the date is known.</param>
public sealed record BuscarAntesDeRegistrar(
    string? Nombre, string? Curp, string? Sexo, int? Edad, string? Entidad, string? Documento = null, string? Nacionalidad = null, int? Nacimiento = null);

/// <param name="Motivos">Why it may be the same person: <c>curp</c>, <c>documento</c>, <c>nombre</c>, <c>generales</c>.</param>
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

public sealed class BuscarAntesDeRegistrarHandler(SintraDb db, Sellos sellos, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>What «Quién ha consultado» of a file calls having been found by a search.</summary>
    public const string Pantalla = "busqueda";

    private const int Mostrados = 10;
    private const int HolguraDeEdad = 2;
    private const int PrimerNacimiento = 1900;

    // One of them alone would answer with half the register.
    private const int MinimoDeGenerales = 2;

    public async Task<Resultado<IReadOnlyList<Coincidencia>>> EjecutarAsync(BuscarAntesDeRegistrar orden, CancellationToken ct)
    {
        var criterios = Criterios(orden);
        if (criterios.Count == 0)
        {
            return new Falla(nameof(orden.Nombre), "Escriba al menos un dato de la persona, o elija «No conozco ningún dato».");
        }

        string? pais = null;
        if (!string.IsNullOrWhiteSpace(orden.Nacionalidad) && (pais = PaisDe(orden.Nacionalidad)) is null)
        {
            return new Falla(nameof(orden.Nacionalidad), "Elija el país de la lista, o déjelo en blanco.");
        }

        if (orden.Nacimiento is { } nacio && (nacio < PrimerNacimiento || nacio > reloj.Ahora.Year))
        {
            return new Falla(nameof(orden.Nacimiento), "Escriba el año con cuatro cifras, o déjelo en blanco.");
        }

        var porIdentidad = await PorIdentidadAsync(orden, ct);
        var porGenerales = Generales(orden) >= MinimoDeGenerales ? await PorGeneralesAsync(orden, pais, ct) : [];
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
        .. string.IsNullOrWhiteSpace(orden.Documento) ? Array.Empty<string>() : ["documento"],
        .. string.IsNullOrWhiteSpace(orden.Nacionalidad) ? Array.Empty<string>() : ["nacionalidad"],
        .. orden.Nacimiento is null ? Array.Empty<string>() : ["nacimiento"],
    ];

    private static int Generales(BuscarAntesDeRegistrar orden) =>
        new[] { orden.Sexo is not null, orden.Edad is not null || orden.Nacimiento is not null, orden.Entidad is not null, !string.IsNullOrWhiteSpace(orden.Nacionalidad) }.Count(dicho => dicho);

    private string? PaisDe(string escrito) => diccionario.Catalogos["paises"] is var paises && paises.Buscar(escrito.Trim()) is { Estado: null } opcion
        ? opcion.Codigo
        : paises.Nombres.Exacta(escrito.Trim())?.Codigo;

    private async Task<List<Coincidencia>> PorIdentidadAsync(BuscarAntesDeRegistrar orden, CancellationToken ct)
    {
        var testigos = TestigosDeIdentidad.DeBusqueda(orden.Nombre, orden.Curp, sesion.Institucion, orden.Documento)
            .SelectMany(t => sellos.Testigos(t.Tipo, t.Valor), (t, de) => (t.Tipo, De: de))
            .ToList();
        if (testigos.Count == 0)
        {
            return [];
        }

        var llaves = testigos.Select(t => t.De.Llave).Distinct().ToList();
        var (alcance, suyos) = (db.Expedientes.AlAlcanceDe(sesion, reloj), db.Testigos.Where(t => llaves.Contains(t.Llave)));
        var halladas = new List<Coincidencia>();
        foreach (var (tipos, motivo) in ((string[] Tipos, string Motivo)[])[(["curp"], "curp"), (["documento"], "documento"), (["nombre", "corto"], "nombre")])
        {
            var valores = testigos.Where(t => tipos.Contains(t.Tipo)).Select(t => t.De.Valor).ToList();
            if (valores.Count > 0)
            {
                halladas.AddRange((await ProyectarAsync(alcance.Where(e => suyos.Any(t => t.Expediente == e.Id && valores.Contains(t.Valor))), motivo, ct)).ExceptBy(halladas.Select(c => c.Expediente), c => c.Expediente));
            }
        }

        return halladas;
    }

    private Task<List<Coincidencia>> PorGeneralesAsync(BuscarAntesDeRegistrar orden, string? pais, CancellationToken ct)
    {
        var (sexo, entidad) = (orden.Sexo, orden.Entidad);
        var consulta = db.Expedientes.AlAlcanceDe(sesion, reloj)
            .Where(e => (sexo == null || e.Filtros.Sexo == sexo) && (entidad == null || e.Filtros.DeteccionEntidad == entidad));
        if (orden.Edad is { } edad)
        {
            var (minima, maxima) = (edad - HolguraDeEdad, edad + HolguraDeEdad);
            consulta = consulta.Where(e => e.Filtros.EdadMinima <= maxima && e.Filtros.EdadMaxima >= minima);
        }

        if (orden.Nacimiento is { } nacio)
        {
            // Who was born in a year was one of two ages on the day they were registered.
            consulta = consulta.Where(e => e.Filtros.EdadMinima <= e.CreadoEn.Year - nacio && e.Filtros.EdadMaxima >= e.CreadoEn.Year - nacio - 1);
        }

        if (pais is not null)
        {
            consulta = consulta.Where(e => e.FiltrosMultiples.Any(f => f.Variable == "nacionalidades" && f.Codigo == pais));
        }

        return ProyectarAsync(consulta, "generales", ct);
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
