using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A person (or group) of an event, as lists show them: nothing that identifies anyone.</summary>
/// <param name="Clave">Provisional key with which an operation registered it; null when it was not.</param>
public sealed record PersonaDelHecho(
    ExpedienteId Expediente,
    string? Folio,
    EstadoDeExpediente Estado,
    string? NivelIdentificacion,
    int? NumPersonas,
    string? Sexo,
    int? EdadMinima,
    int? EdadMaxima,
    string? Calidad,
    string? Clave);

/// <summary>How often the files within reach mention perpetrators of one sex or role: one may be in several files, and nobody says that it is the same.</summary>
public sealed record MencionDeTratante(Variable Variable, string Codigo, int Cuantas);

/// <param name="Cuantas">Files of the event within reach; more than those listed when it has very many.</param>
/// <param name="Registradas">Persons they stand for: a group counts as many as it says.</param>
/// <param name="CuantosTratantes">The most that any of the files says; null where none does.</param>
public sealed record PersonasDelHecho(IReadOnlyList<PersonaDelHecho> Personas, int Cuantas, int Registradas, IReadOnlyList<MencionDeTratante> Tratantes, int? CuantosTratantes);

/// <summary>The persons of an event within reach, and the statistical minimum of who exploited them.</summary>
public sealed class PersonasDelHechoHandler(SintraDb db, ArchivoDeRespuestas archivo, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    private const int Mostradas = 200;
    private const string Tratante = "tratante";
    private const string Cuantos = "num_tratantes";

    // The minimum is a sex and a role; who they were is nobody's business here.
    private static readonly string[] Minimo = ["trt_sexo", "trt_rol"];

    public async Task<PersonasDelHecho> EjecutarAsync(HechoId hecho, CancellationToken ct)
    {
        var suyos = db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj).Where(e => e.Hecho == hecho && e.Estado != EstadoDeExpediente.Anulado);
        var filas = await suyos
            .OrderBy(e => e.CreadoEn).ThenBy(e => e.Id)
            .Take(Mostradas)
            .Select(e => new
            {
                e.Id,
                e.Folio,
                e.Estado,
                e.Filtros.NivelIdentificacion,
                e.Filtros.NumPersonas,
                e.Filtros.Sexo,
                e.Filtros.EdadMinima,
                e.Filtros.EdadMaxima,
                e.Filtros.Calidad,
                e.NumeroDeOrigen,
            })
            .ToListAsync(ct);
        var tratantes = await db.Secciones.AsNoTracking()
            .Where(s => s.Clave == Tratante && s.Fila > 0 && !s.Retirada && suyos.Any(e => e.Id == s.Expediente))
            .ToListAsync(ct);

        return new(
            [
                .. filas.Select(f => new PersonaDelHecho(
                    f.Id, f.Folio, f.Estado, f.NivelIdentificacion, f.NumPersonas, f.Sexo, f.EdadMinima, f.EdadMaxima, f.Calidad, NumeroDePersona.ClaveDe(hecho, f.NumeroDeOrigen))),
            ],
            filas.Count < Mostradas ? filas.Count : await suyos.CountAsync(ct),
            await suyos.SumAsync(e => e.Filtros.NumPersonas ?? 1, ct),
            Mencionados(tratantes),
            await CuantosAsync(suyos, ct));
    }

    private async Task<int?> CuantosAsync(IQueryable<Expediente> suyos, CancellationToken ct)
    {
        if (diccionario.Buscar(Cuantos) is not { Pagina: { } pagina })
        {
            return null;
        }

        var dichos = await db.Secciones.AsNoTracking().Where(s => s.Clave == pagina && s.Fila == 0 && suyos.Any(e => e.Id == s.Expediente)).ToListAsync(ct);
        return (int?)dichos.Select(s => (archivo.Leer(s).GetValueOrDefault(Cuantos)?.Valor as ValorDeNumero)?.Numero).Max();
    }

    // A code that needs a permission is counted for whoever has it.
    private List<MencionDeTratante> Mencionados(IEnumerable<Seccion> secciones)
    {
        var vista = new Vista(sesion, new HashSet<string>());
        var respuestas = secciones.Select(s => archivo.Leer(s)).ToList();

        return
        [
            .. from clave in Minimo
               let variable = diccionario.Buscar(clave)
               where variable is not null && vista.Ve(variable)
               from mencion in respuestas.SelectMany(r => Codigos(r.GetValueOrDefault(clave))).GroupBy(c => c).OrderBy(g => diccionario.CatalogoDe(variable)!.Posicion(g.Key))
               select new MencionDeTratante(variable, mencion.Key, mencion.Count()),
        ];
    }

    private static IEnumerable<string> Codigos(Respuesta? respuesta) => respuesta?.Valor switch
    {
        ValorDeOpcion v => [v.Codigo],
        ValorDeOpciones v => v.Codigos,
        _ => [],
    };
}
