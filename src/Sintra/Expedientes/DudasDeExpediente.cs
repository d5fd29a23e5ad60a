using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// What the answers of a file say together and cannot all be so, for whoever may correct them, and what follows from them. The day of birth, the
/// name and the CURP are compared here, behind the mask: a question says that two answers disagree, never what either says.
/// </summary>
public sealed class DudasDeExpediente(SintraDb db, EscrituraDeExpediente escritura, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    private (ExpedienteLeido De, Respuestas Vigentes, IReadOnlyDictionary<string, Respuesta> Derivadas)? _mirado;

    public async Task<IReadOnlyList<Duda>> DeAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.ExpedienteEscribir))
        {
            return [];
        }

        var (vigentes, derivadas) = await MirarAsync(leido, ct);
        return new DudasDeCoherencia(diccionario).De(vigentes, derivadas, leido.Expediente.Empezado(reloj), reloj.GetLocalNow().DateTime);
    }

    /// <summary>Code of <c>resultado_elementos</c> that is proposed: the same for all who read the file, whatever is sealed for them.</summary>
    public async Task<string?> ElementosAsync(ExpedienteLeido leido, CancellationToken ct) =>
        ((await MirarAsync(leido, ct)).Derivadas.GetValueOrDefault("elementos_propuesto")?.Valor as ValorDeOpcion)?.Codigo;

    private async Task<(Respuestas Vigentes, IReadOnlyDictionary<string, Respuesta> Derivadas)> MirarAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        if (_mirado is not { } mirado || !ReferenceEquals(mirado.De, leido))
        {
            var llaves = await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == leido.Expediente.Id.Valor).ToListAsync(ct);
            var (vigentes, derivadas) = escritura.Vigentes(leido.Expediente, [.. leido.Secciones], llaves);
            _mirado = mirado = (leido, vigentes, derivadas);
        }

        return (mirado.Vigentes, mirado.Derivadas);
    }
}
