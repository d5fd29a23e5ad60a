using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A file as one reader may see it.</summary>
/// <param name="Reales">Every clear answer, for conditions and rules; sealed ones as <see cref="ValorProtegido"/> unless their group is open.</param>
/// <param name="Visibles">What may be shown: sensitive codes are protected too without their permission.</param>
/// <param name="Contexto">Where the conditions of the dictionary look their names up.</param>
/// <param name="DeSuDia">Former versions of the dictionary with which some of its sections were last written, by number.</param>
/// <param name="Abiertos">Groups of sealed fields now open to this account, and until when (UTC).</param>
public sealed record ExpedienteLeido(
    Expediente Expediente,
    IReadOnlyList<Seccion> Secciones,
    IReadOnlyList<LlaveDeDatos> Llaves,
    Vista Vista,
    IReadOnlyDictionary<string, DateTime> Abiertos,
    Respuestas Reales,
    Respuestas Visibles,
    ContextoDeCondicion Contexto,
    IReadOnlyDictionary<int, DiccionarioVigente> DeSuDia)
{
    /// <summary>Files that it names and are within reach, with their folios (null: a draft). One that is not here is only «another file».</summary>
    public IReadOnlyDictionary<string, string?> Referidos { get; init; } = new Dictionary<string, string?>();

    /// <summary>A draft that was given up: nothing of what it said is left.</summary>
    public bool EsDescartado => Expediente.Estado == EstadoDeExpediente.Anulado && Secciones.Count == 0;

    /// <summary>Version of a page, null while it has never been written.</summary>
    public Seccion? Cabeza(string pagina) => Secciones.SingleOrDefault(s => s.Clave == pagina && s.Fila == 0);

    /// <summary>The real answers to some questions alone.</summary>
    public Respuestas RealesDe(IReadOnlyCollection<Variable> preguntas)
    {
        var (claves, grupos) = (preguntas.Select(v => v.Clave).ToHashSet(), preguntas.Where(v => v.Unidad == UnidadDeVariable.Fila).Select(v => v.Grupo).ToHashSet());

        return new(
            Reales.Unicas.Where(r => claves.Contains(r.Key)).ToDictionary(),
            Reales.Filas.Where(g => grupos.Contains(g.Key) && g.Value.Count > 0).ToDictionary());
    }
}

/// <summary>Loads a file within reach, opening only what this account has revealed. Leaves no reading: who shows it does (<see cref="ConsultarExpedienteHandler"/>).</summary>
public sealed class LectorDeExpediente(SintraDb db, ArchivoDeRespuestas archivo, DiccionarioVigente diccionario, FuenteDelDiccionario fuente, Sesion sesion, TimeProvider reloj)
{
    /// <summary>For who will write it: tracked, with every key of its data.</summary>
    /// <returns>Null when it does not exist or is out of reach.</returns>
    public Task<ExpedienteLeido?> LeerAsync(ExpedienteId id, CancellationToken ct) => LeerAsync(id, QueryTrackingBehavior.TrackAll, ct);

    /// <summary>For who only looks at it: nothing tracked, and no key where no seal is to be opened.</summary>
    /// <returns>Null when it does not exist or is out of reach.</returns>
    public Task<ExpedienteLeido?> ConsultarAsync(ExpedienteId id, CancellationToken ct) => LeerAsync(id, QueryTrackingBehavior.NoTracking, ct);

    private async Task<ExpedienteLeido?> LeerAsync(ExpedienteId id, QueryTrackingBehavior seguimiento, CancellationToken ct)
    {
        var vigentes = db.RevelacionesVigentes(sesion, reloj.Ahora);
        var hallado = await db.Expedientes.AsTracking(seguimiento)
            .AlAlcanceDe(sesion, reloj)
            .Include(e => e.Calidades)
            .Where(e => e.Id == id)
            .Select(e => new
            {
                Expediente = e,
                Abiertos = vigentes.Where(r => r.Expediente == e.Id).Select(r => new { r.Grupo, r.Hasta }).ToList(),
            })
            .SingleOrDefaultAsync(ct);

        if (hallado is null)
        {
            return null;
        }

        var expediente = hallado.Expediente;
        var secciones = await db.Secciones.AsTracking(seguimiento)
            .Where(s => s.Expediente == id).OrderBy(s => s.Clave).ThenBy(s => s.Orden).ThenBy(s => s.Fila).ToListAsync(ct);
        var abiertos = hallado.Abiertos.Where(r => Vista.Permite(sesion, diccionario, r.Grupo)).GroupBy(r => r.Grupo).ToDictionary(g => g.Key, g => g.Max(r => r.Hasta));
        var llaves = abiertos.Count > 0 || seguimiento == QueryTrackingBehavior.TrackAll
            ? await db.LlavesDeDatos.AsTracking(seguimiento).Where(l => l.Dueno == id.Valor).ToListAsync(ct)
            : [];

        var leido = Armar(expediente, secciones, llaves, abiertos, await DeSuDiaAsync(secciones, diccionario, fuente, ct));
        return leido with { Referidos = await db.ReferidosAsync(leido.Visibles, diccionario, sesion, reloj, ct) };
    }

    /// <summary>What has been read, put together for this reader.</summary>
    /// <param name="deSuDia">Versions of the dictionary, other than the one in force, with which pages were written.</param>
    internal ExpedienteLeido Armar(
        Expediente expediente,
        IReadOnlyList<Seccion> secciones,
        IReadOnlyList<LlaveDeDatos> llaves,
        IReadOnlyDictionary<string, DateTime> abiertos,
        IReadOnlyDictionary<int, DiccionarioVigente> deSuDia)
    {
        var vista = new Vista(sesion, abiertos.Keys.ToHashSet());
        var reales = Reunir(secciones, s => archivo.LeerSegun(s, expediente.Id.Valor, llaves, vista));

        return new(expediente, secciones, llaves, vista, abiertos, reales, vista.Enmascarar(reales, diccionario), Contexto(expediente, reales), deSuDia);
    }

    /// <summary>The versions of the dictionary, other than the one in force, with which some rows were last written.</summary>
    // Each is read once in the life of the process: files of one time were written with few versions.
    internal static async Task<IReadOnlyDictionary<int, DiccionarioVigente>> DeSuDiaAsync(
        IEnumerable<Documento> documentos, DiccionarioVigente diccionario, FuenteDelDiccionario fuente, CancellationToken ct)
    {
        var versiones = new Dictionary<int, DiccionarioVigente>();
        foreach (var version in documentos.Select(s => s.Diccionario).Where(v => v != diccionario.Version).Distinct())
        {
            versiones[version] = await fuente.VersionAsync(version, ct);
        }

        return versiones;
    }

    // Age and majority may follow from a date of birth that is sealed now; the file keeps what followed from it when it was written.
    private ContextoDeCondicion Contexto(Expediente expediente, Respuestas reales)
    {
        var derivadas = new Dictionary<string, Respuesta>(Derivadas.Calcular(diccionario, reales, expediente.DiaDeRegistro(reloj), expediente.Filtros.Mayoria));
        if (expediente.Filtros.GrupoDeEdad is { } grupo)
        {
            derivadas["grupo_edad"] = Respuesta.Con(new ValorDeOpcion(grupo));
        }

        return new(diccionario, reales.Unicas, derivadas);
    }

    /// <summary>Rows of storage → single answers of all pages and rows of all groups.</summary>
    internal static Respuestas Reunir<T>(IEnumerable<T> documentos, Func<T, Dictionary<string, Respuesta>> leer) where T : Documento
    {
        var unicas = new Dictionary<string, Respuesta>();
        var filas = new Dictionary<string, IReadOnlyList<Fila>>();

        foreach (var documento in documentos.Where(d => !d.Retirada))
        {
            var respuestas = leer(documento);
            if (documento.Fila == 0)
            {
                foreach (var (clave, respuesta) in respuestas)
                {
                    unicas[clave] = respuesta;
                }
            }
            else
            {
                filas[documento.Clave] = [.. filas.GetValueOrDefault(documento.Clave, []), new Fila(documento.Fila, respuestas)];
            }
        }

        return new(unicas, filas);
    }
}
