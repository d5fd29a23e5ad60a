using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Begins a file with its minimum record: a draft, private to who captures it, without folio.</summary>
/// <param name="Campos">Raw fields of the page «registro_minimo», path → values as typed.</param>
/// <param name="Hecho">The event it belongs to; a new one when null.</param>
/// <param name="NumeroDeOrigen">The institution's own number, unique within it.</param>
public sealed record AbrirExpediente(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Campos,
    HechoId? Hecho = null,
    string? NumeroDeOrigen = null);

public sealed class AbrirExpedienteHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    EscrituraDeExpediente escritura,
    CalidadAlNacer calidad,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const string Pagina = "registro_minimo";

    public async Task<Resultado<ExpedienteId>> EjecutarAsync(AbrirExpediente orden, CancellationToken ct)
    {
        if (orden.Hecho is { } existente && !await db.Hechos.AnyAsync(h => h.Id == existente && h.Institucion == sesion.Institucion, ct))
        {
            return new NoExiste();
        }

        var captura = new LectorDeCaptura(diccionario).Leer(diccionario.DePagina(Pagina), orden.Campos, reloj.Hoy);
        var fallas = captura.Fallas.Concat(calidad.Reparos(captura.Respuestas)).Concat(Reparos(captura.Respuestas)).ToList();
        if (fallas.Count > 0)
        {
            return Resultado<ExpedienteId>.ConFallas(fallas);
        }

        var hecho = orden.Hecho ?? NuevoHecho();
        var expediente = new Expediente
        {
            Hecho = hecho,
            Institucion = sesion.Institucion,
            EntidadQueRegistra = diccionario.Catalogos["instituciones"].Buscar(sesion.Institucion)?.Atributos["cve_ent"] is { Length: 2 } entidad ? entidad : null,
            NumeroDeOrigen = orden.NumeroDeOrigen,
            CapturadoPor = sesion.Cuenta,
            CreadoEn = reloj.Ahora,
            Filtros = new(),
        };

        db.Add(expediente);
        db.Add(new Acceso
        {
            Expediente = expediente.Id,
            Institucion = sesion.Institucion,
            Desde = reloj.Ahora,
            Origen = OrigenDeAcceso.Registro,
        });
        escritura.Escribir(expediente, [], [], diccionario.Pagina(Pagina)!, captura, new Vista(sesion, new HashSet<string>()), terminada: false);
        bitacora.Asentar(new ExpedienteAbierto(hecho, sesion.Institucion, expediente.Filtros.NivelIdentificacion ?? ""), expediente.Id);
        await db.SaveChangesAsync(ct);

        return expediente.Id;
    }

    private HechoId NuevoHecho()
    {
        var hecho = new Hecho { Institucion = sesion.Institucion, CreadoEn = reloj.Ahora, CreadoPor = sesion.Cuenta };
        db.Add(hecho);
        bitacora.Asentar(new HechoAbierto(hecho.Id, sesion.Institucion));
        return hecho.Id;
    }

    private IEnumerable<Falla> Reparos(Respuestas respuestas) =>
        respuestas.Unicas.GetValueOrDefault("institucion_registra")?.Valor is ValorDeOpcion { Codigo: var codigo } && codigo != sesion.Institucion
            ? [new("institucion_registra", "Institución que registra: sólo puede registrar a nombre de su propia institución.")]
            : [];
}
