using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Begins a file: a draft, private to who captures it, without folio. The form brings the minimum record; whoever brings more (a workbook
/// row, another system) brings it in one order, kept in one transaction.
/// </summary>
/// <param name="Paginas">Raw fields by page of the dictionary, path → values as typed; «registro_minimo» is always among them.</param>
/// <param name="Hecho">The event it belongs to; a new one when null.</param>
/// <param name="NumeroDeOrigen">The institution's own number, unique within it.</param>
public sealed record AbrirExpediente(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Paginas,
    HechoId? Hecho = null,
    string? NumeroDeOrigen = null)
{
    /// <summary>The file of the same person that this one follows; null for a person not known to the institution.</summary>
    internal ExpedienteId? EpisodioAnterior { get; init; }

    /// <summary>With the minimum record alone.</summary>
    public static AbrirExpediente Minimo(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, HechoId? hecho = null, string? numeroDeOrigen = null) =>
        new(new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> { [AbrirExpedienteHandler.Pagina] = campos }, hecho, numeroDeOrigen);
}

public sealed class AbrirExpedienteHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    EscrituraDeExpediente escritura,
    ReparosDeCaptura reparos,
    ReferenciasDeCaptura referencias,
    RepresentadasHandler representadas,
    BorradoresPropios borradores,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const string Pagina = "registro_minimo";

    /// <summary>The same form was sent twice at once, or its number was taken meanwhile.</summary>
    private static readonly Falla Cruzado = new(null, "Otra ventana suya guardó o descartó esta captura al mismo tiempo. Revise sus borradores; si no está ahí, vuelva a guardar.");

    public async Task<Resultado<ExpedienteId>> EjecutarAsync(AbrirExpediente orden, CancellationToken ct)
    {
        var otras = await representadas.EjecutarAsync(ct);

        // Out of reach it has no institution, and so not the file's.
        var delHecho = orden.Hecho is { } existente ? await db.HechosAlAlcanceDe(sesion, reloj).Where(h => h.Id == existente).Select(h => h.Institucion).SingleOrDefaultAsync(ct) : null;
        var capturas = new List<(Pagina, CapturaLeida)>();
        foreach (var (pagina, captura) in Leer(orden))
        {
            capturas.Add((pagina, await referencias.ResolverAsync(captura, null, ct)));
        }

        var abierto = Preparar(orden, capturas, otras, orden.EpisodioAnterior is null ? delHecho : sesion.Institucion);
        if (!abierto.EsExito)
        {
            return abierto;
        }

        if (orden is { Hecho: null, EpisodioAnterior: null })
        {
            await borradores.QuitarAsync(RutaDeBorrador.Nuevo, ct);
        }

        return await db.IntentarGuardarAsync(ct) ? abierto : Cruzado;
    }

    /// <summary>All but storing it: rows and facts stay in the context, for whoever stores many at once.</summary>
    /// <param name="otras">Institutions for which this one captures now.</param>
    /// <param name="delHecho">Whose the event is that the order names: the file's must be the same.</param>
    internal Resultado<ExpedienteId> Preparar(AbrirExpediente orden, IReadOnlyCollection<string> otras, string? delHecho) => Preparar(orden, Leer(orden), otras, delHecho);

    private List<(Pagina Pagina, CapturaLeida Captura)> Leer(AbrirExpediente orden)
    {
        var lector = new LectorDeCaptura(diccionario);
        return [.. orden.Paginas
            .Select(p => (Pagina: diccionario.Pagina(p.Key)!, Campos: p.Value))
            .Select(p => (p.Pagina, Captura: lector.Leer(PreguntasDePagina.De(diccionario, p.Pagina, null), p.Campos, reloj.Hoy)))];
    }

    private Resultado<ExpedienteId> Preparar(AbrirExpediente orden, IReadOnlyList<(Pagina Pagina, CapturaLeida Captura)> capturas, IReadOnlyCollection<string> otras, string? delHecho)
    {
        if (capturas.SelectMany(c => reparos.De(c.Captura, null, otras)).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<ExpedienteId>.ConFallas(fallas);
        }

        // Whose file it is, as the form says: one's own institution, or one for which it captures.
        var titular = capturas.Select(c => ReparosDeCaptura.InstitucionDe(c.Captura)).FirstOrDefault(i => i is not null) ?? sesion.Institucion;
        var captura = titular == sesion.Institucion ? null : sesion.Institucion;
        if ((orden.Hecho is not null || orden.EpisodioAnterior is not null) && delHecho != titular)
        {
            return new NoExiste();
        }

        var hecho = orden.Hecho ?? NuevoHecho(titular, captura);
        var expediente = new Expediente
        {
            Hecho = hecho,
            Institucion = titular,
            InstitucionQueCaptura = captura,
            EntidadQueRegistra = diccionario.Catalogos["instituciones"].Buscar(titular)?.Atributos.GetValueOrDefault("cve_ent") is { Length: 2 } entidad ? entidad : null,
            NumeroDeOrigen = orden.NumeroDeOrigen,
            EpisodioAnterior = orden.EpisodioAnterior,
            CapturadoPor = sesion.Cuenta,
            CreadoEn = reloj.Ahora,
            Filtros = new(),
        };

        db.Add(expediente);
        db.Add(new Acceso { Expediente = expediente.Id, Institucion = titular, Desde = reloj.Ahora, Origen = OrigenDeAcceso.Registro });
        if (captura is not null)
        {
            db.Add(new Acceso { Expediente = expediente.Id, Institucion = captura, Desde = reloj.Ahora, Origen = OrigenDeAcceso.Representacion });
        }

        escritura.Escribir(expediente, [], [], capturas, new(new Vista(sesion, new HashSet<string>()), Mostrado: null, Terminada: false));
        bitacora.Asentar(new ExpedienteAbierto(hecho, titular, expediente.Filtros.NivelIdentificacion ?? "", captura), expediente.Id);
        return expediente.Id;
    }

    private HechoId NuevoHecho(string titular, string? captura)
    {
        var hecho = new Hecho { Institucion = titular, InstitucionQueCaptura = captura, CreadoEn = reloj.Ahora, CreadoPor = sesion.Cuenta };
        db.Add(hecho);
        bitacora.Asentar(new HechoAbierto(hecho.Id, titular, captura));
        return hecho.Id;
    }
}
