using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>
/// Opens what several files say of who a person is, in memory and for comparing alone: nothing of it leaves the room but levels of agreement.
/// </summary>
public sealed class LectorDeFichas(SintraDb db, EscrituraDeExpediente escritura, FichaDeExpediente ficha)
{
    /// <summary>Those of the files given that are registered and stand; of a voided or blocked one nothing is opened.</summary>
    internal async Task<IReadOnlyDictionary<ExpedienteId, PersonaComparable>> LeerAsync(IReadOnlyCollection<ExpedienteId> ids, CancellationToken ct)
    {
        var paginas = ficha.Paginas;
        var expedientes = await db.Expedientes.AsNoTracking().Comparables().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
        var suyos = expedientes.Select(e => e.Id).ToList();
        var duenos = suyos.ConvertAll(id => id.Valor);
        var secciones = (await db.Secciones.AsNoTracking().Where(s => suyos.Contains(s.Expediente) && s.Fila == 0 && paginas.Contains(s.Clave)).ToListAsync(ct)).ToLookup(s => s.Expediente);
        var llaves = (await db.LlavesDeDatos.AsNoTracking().Where(l => duenos.Contains(l.Dueno)).ToListAsync(ct)).ToLookup(l => l.Dueno);
        return expedientes.ToDictionary(e => e.Id, e => ficha.De(escritura.Vigentes(e, [.. secciones[e.Id]], [.. llaves[e.Id.Valor]]).Vigentes.Unicas));
    }
}

internal static class ExpedientesComparables
{
    extension(IQueryable<Expediente> expedientes)
    {
        /// <summary>Registered, and neither voided nor blocked.</summary>
        public IQueryable<Expediente> Comparables() =>
            expedientes.Where(e => e.RegistradoEn != null && e.Estado != EstadoDeExpediente.Anulado && e.Estado != EstadoDeExpediente.Bloqueado);
    }
}
