using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Another file, as lists show it: nothing that identifies anyone.</summary>
public sealed record ExpedienteRelacionado(ExpedienteId Id, string? Folio, EstadoDeExpediente Estado, string? Sexo, int? EdadMinima, int? EdadMaxima, string? Calidad);

/// <summary>One file that another names in an answer.</summary>
/// <param name="Variable">The question whose answer names it.</param>
/// <param name="Fila">Row in which it is named, in words: «2. Madre»; null of a single answer, or when the row is the other file's.</param>
/// <param name="Otro">Null when it is out of reach: then it is only «another file».</param>
public sealed record ExpedienteNombrado(Variable Variable, string? Fila, ExpedienteRelacionado? Otro);

/// <param name="DelHecho">Other persons of the same event.</param>
/// <param name="Nombrados">Files that this one names.</param>
/// <param name="NombradoPor">Files within reach that name this one.</param>
/// <param name="Anterior">The person's earlier episode; <paramref name="HayAnterior"/> without it is one out of reach.</param>
/// <param name="Posteriores">Later episodes within reach, oldest first.</param>
public sealed record RelacionesDeExpediente(
    IReadOnlyList<ExpedienteRelacionado> DelHecho,
    IReadOnlyList<ExpedienteNombrado> Nombrados,
    IReadOnlyList<ExpedienteNombrado> NombradoPor,
    bool HayAnterior,
    ExpedienteRelacionado? Anterior,
    IReadOnlyList<ExpedienteRelacionado> Posteriores)
{
    public static readonly RelacionesDeExpediente Ninguna = new([], [], [], false, null, []);

    public bool EstaVacia => DelHecho.Count + Nombrados.Count + NombradoPor.Count + Posteriores.Count == 0 && !HayAnterior;
}

/// <summary>
/// How a file stands to others: same event, relatives and indirect victims in both directions, episodes before and after. Who names it from
/// out of reach is not told: that would say that another institution knows the person.
/// </summary>
public sealed class RelacionesDeExpedienteHandler(SintraDb db, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    private const int Mostrados = 100;

    public async Task<RelacionesDeExpediente> EjecutarAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var id = leido.Expediente.Id;
        var nombres = Nombres(leido).ToList();
        var por = await NombradoPorAsync(leido, ct);
        var ids = nombres.Select(n => n.Otro).Concat(por.Select(p => p.Expediente)).Concat(leido.Expediente.EpisodioAnterior is { } anterior ? [anterior] : []).Distinct().ToList();
        var otros = ids.Count == 0 ? [] : (await Proyectar(Visibles.Where(e => ids.Contains(e.Id))).ToListAsync(ct)).ToDictionary(e => e.Id);

        return new(
            await DelHechoAsync(leido, ct),
            [.. nombres.Select(n => new ExpedienteNombrado(n.Variable, n.Fila, otros.GetValueOrDefault(n.Otro)))],
            [.. por.Where(p => otros.ContainsKey(p.Expediente)).Select(p => new ExpedienteNombrado(diccionario[p.Variable], null, otros[p.Expediente]))],
            leido.Expediente.EpisodioAnterior is not null,
            leido.Expediente.EpisodioAnterior is { } previo ? otros.GetValueOrDefault(previo) : null,
            await Proyectar(Visibles.Where(e => e.EpisodioAnterior == id).OrderBy(e => e.CreadoEn).ThenBy(e => e.Id)).Take(Mostrados).ToListAsync(ct));
    }

    /// <summary>The other files of the same event within reach: what a reference to a file offers.</summary>
    public async Task<IReadOnlyList<ExpedienteRelacionado>> DelHechoAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var (id, hecho) = (leido.Expediente.Id, leido.Expediente.Hecho);
        return await Proyectar(Visibles.Where(e => e.Hecho == hecho && e.Id != id).OrderBy(e => e.CreadoEn).ThenBy(e => e.Id)).Take(Mostrados).ToListAsync(ct);
    }

    private IQueryable<Expediente> Visibles => db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj).Where(e => e.Estado != EstadoDeExpediente.Anulado);

    private static IQueryable<ExpedienteRelacionado> Proyectar(IQueryable<Expediente> expedientes) => expedientes
        .Select(e => new ExpedienteRelacionado(e.Id, e.Folio, e.Estado, e.Filtros.Sexo, e.Filtros.EdadMinima, e.Filtros.EdadMaxima, e.Filtros.Calidad));

    // What this reader may see of them alone: a masked answer names nobody.
    private IEnumerable<(Variable Variable, string? Fila, ExpedienteId Otro)> Nombres(ExpedienteLeido leido)
    {
        var palabras = new ReferenciaEnPalabras(leido.Visibles, leido.Referidos, diccionario, QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol);
        var unicas = leido.Visibles.Unicas.Select(r => (r.Key, Fila: (string?)null, r.Value));
        var filas = leido.Visibles.Filas.SelectMany(g => g.Value.SelectMany(f => f.Respuestas.Select(r => (r.Key, Fila: palabras.DeFila(g.Key, f.Numero), r.Value))));
        foreach (var (clave, fila, respuesta) in unicas.Concat(filas))
        {
            if (respuesta.Valor is ValorDeReferencia { Id: var texto } && Guid.TryParse(texto, out var otro)
                && diccionario.Buscar(clave) is { ReferenciaA: ReferenciaEnPalabras.Expediente } variable && SeAplica(variable, leido))
            {
                yield return (variable, fila, new(otro));
            }
        }
    }

    private static bool SeAplica(Variable variable, ExpedienteLeido leido) => variable.Unidad == UnidadDeVariable.Fila || Reglas.EsVisible(variable, leido.Contexto);

    private async Task<List<FiltroMultiple>> NombradoPorAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var claves = diccionario.Variables.Where(v => v.ReferenciaA == ReferenciaEnPalabras.Expediente && leido.Vista.Ve(v)).Select(v => v.Clave).ToList();
        var id = leido.Expediente.Id.ToString();
        return await db.Set<FiltroMultiple>().AsNoTracking().Where(f => claves.Contains(f.Variable) && f.Codigo == id).OrderBy(f => f.Expediente).Take(Mostrados).ToListAsync(ct);
    }
}
