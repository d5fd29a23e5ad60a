using System.Security.Cryptography;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>
/// Opens what several files say of who a person is, in memory and for comparing alone: nothing of it leaves the room but levels of agreement.
/// </summary>
public sealed class LectorDeFichas(SintraDb db, EscrituraDeExpediente escritura, FichaDeExpediente ficha)
{
    private readonly HashSet<ExpedienteId> _sinAbrir = [];

    /// <summary>Files whose seals did not open, so far.</summary>
    internal IReadOnlyCollection<ExpedienteId> SinAbrir => _sinAbrir;

    /// <summary>Those of the files given that are registered and stand; of a voided or blocked one nothing is opened.</summary>
    internal async Task<IReadOnlyDictionary<ExpedienteId, PersonaComparable>> LeerAsync(IReadOnlyCollection<ExpedienteId> ids, CancellationToken ct)
    {
        var paginas = ficha.Paginas;
        var expedientes = await db.Expedientes.AsNoTracking().Comparables().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
        var suyos = expedientes.Select(e => e.Id).ToList();
        var duenos = suyos.ConvertAll(id => id.Valor);
        var secciones = (await db.Secciones.AsNoTracking().Where(s => suyos.Contains(s.Expediente) && s.Fila == 0 && paginas.Contains(s.Clave)).ToListAsync(ct)).ToLookup(s => s.Expediente);
        var llaves = (await db.LlavesDeDatos.AsNoTracking().Where(l => duenos.Contains(l.Dueno)).ToListAsync(ct)).ToLookup(l => l.Dueno);
        var fichas = new Dictionary<ExpedienteId, PersonaComparable>();
        foreach (var expediente in expedientes)
        {
            try
            {
                fichas[expediente.Id] = ficha.De(escritura.Vigentes(expediente, [.. secciones[expediente.Id]], [.. llaves[expediente.Id.Valor]]).Vigentes.Unicas);
            }
            catch (CryptographicException)
            {
                _sinAbrir.Add(expediente.Id); // one damaged row keeps nobody else from being compared; whoever asked tells how many
            }
        }

        return fichas;
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
