using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// What the answers of a file say together and cannot all be so, for whoever may correct them. The day of birth, the name and the CURP are
/// compared here, behind the mask: a question says that two answers disagree, never what either says.
/// </summary>
public sealed class DudasDeExpediente(SintraDb db, EscrituraDeExpediente escritura, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    public async Task<IReadOnlyList<Duda>> DeAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.ExpedienteEscribir))
        {
            return [];
        }

        var llaves = await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == leido.Expediente.Id.Valor).ToListAsync(ct);
        var (vigentes, derivadas) = escritura.Vigentes(leido.Expediente, [.. leido.Secciones], llaves);
        return new DudasDeCoherencia(diccionario).De(vigentes, derivadas, leido.Expediente.DiaDeRegistro(reloj));
    }
}
