using Sintra.Cuentas;

namespace Sintra.Expedientes.Anexos;

/// <summary>What documents are attached to, once it is known to be within reach.</summary>
/// <param name="Folio">Of a file that has one.</param>
/// <param name="Impedimento">Why nothing may be added to it or taken out now; null when it may.</param>
public sealed record DuenoAlAlcance(DuenoDeAdjunto Clase, Guid Id, string? Folio = null, Falla? Impedimento = null)
{
    /// <summary>The file, when it is one.</summary>
    public ExpedienteId? Expediente => Clase == DuenoDeAdjunto.Expediente ? new ExpedienteId(Id) : null;
}

/// <summary>A row of an entity that a document may bear out.</summary>
/// <param name="Clave">The entity: <c>Calidad</c>, <c>Consentimiento</c>.</param>
public sealed record RenglonRespaldado(string Clave, int Fila)
{
    public string Ruta => FormattableString.Invariant($"{Clave}[{Fila}]");
}

/// <summary>The one place that says to what an account reaches documents, and which of them: out of reach is «does not exist».</summary>
public sealed class DuenosDeAdjuntos(SintraDb db, ReparosDeCaptura reparos, GuardarHechoHandler hechos, Sesion sesion, TimeProvider reloj)
{
    private static readonly string[] Respaldadas = ["Calidad", "Consentimiento"];

    /// <returns>Null when it does not exist or is out of reach.</returns>
    public Task<DuenoAlAlcance?> HallarAsync(DuenoDeAdjunto clase, Guid id, CancellationToken ct) => clase switch
    {
        DuenoDeAdjunto.Expediente => ExpedienteAsync(new(id), ct),
        DuenoDeAdjunto.Hecho => HechoAsync(new(id), ct),
        _ => ConvenioAsync(id, ct),
    };

    /// <summary>Its documents that this account may know of: those kept apart are for the institution that added them and for who reads ministerial reserves.</summary>
    public IQueryable<Adjunto> De(DuenoAlAlcance dueno)
    {
        var (clase, id, propias) = (dueno.Clase, dueno.Id, sesion.Predecesoras.Append(sesion.Institucion).ToList());
        var suyos = db.Adjuntos.Where(a => a.ClaseDeDueno == clase && a.Dueno == id);
        return clase == DuenoDeAdjunto.Convenio || sesion.Puede(Permiso.ReservaMinisterialLeer)
            ? suyos
            : suyos.Where(a => !a.Reservado || propias.Contains(a.Institucion));
    }

    /// <summary>Rows that its documents may bear out; of a file alone.</summary>
    public async Task<IReadOnlyList<RenglonRespaldado>> RenglonesAsync(DuenoAlAlcance dueno, CancellationToken ct) => dueno.Expediente is { } expediente
        ? await db.Secciones
            .Where(s => s.Expediente == expediente && Respaldadas.Contains(s.Clave) && s.Fila > 0 && !s.Retirada)
            .OrderBy(s => s.Clave).ThenBy(s => s.Fila)
            .Select(s => new RenglonRespaldado(s.Clave, s.Fila))
            .ToListAsync(ct)
        : [];

    private async Task<DuenoAlAlcance?> ExpedienteAsync(ExpedienteId id, CancellationToken ct)
    {
        if (await db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } expediente)
        {
            return null;
        }

        var impedimento = reparos.Editable(expediente)
            ? await reparos.SinRepresentacionAsync(expediente, ct) is { } sin ? sin with { Campo = null } : null
            : ReparosDeCaptura.NoEditable;
        return new(DuenoDeAdjunto.Expediente, id.Valor, expediente.Folio, impedimento);
    }

    private async Task<DuenoAlAlcance?> HechoAsync(HechoId id, CancellationToken ct) =>
        await db.HechosAlAlcanceDe(sesion, reloj).AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } hecho
            ? new(DuenoDeAdjunto.Hecho, id.Valor, Impedimento: await hechos.EscribeAsync(hecho, ct) ? null : new(null, "El hecho lo lleva otra institución; pídale que registre el cambio."))
            : null;

    private async Task<DuenoAlAlcance?> ConvenioAsync(Guid id, CancellationToken ct)
    {
        var administrables = db.Instituciones.AdministrablesPor(sesion);
        return sesion.Puede(Permiso.InstitucionAdministrar) && await db.Convenios.AnyAsync(c => c.Id == id && administrables.Any(i => i.Sigla == c.Institucion), ct)
            ? new(DuenoDeAdjunto.Convenio, id)
            : null;
    }
}
