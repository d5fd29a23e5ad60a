namespace Sintra.Expedientes;

/// <summary>Its author gives up a draft file at once, instead of letting its days run out.</summary>
public sealed class DescartarBorradorDeExpedienteHandler(SintraDb db, DescarteDeExpediente descarte, Sesion sesion, TimeProvider reloj)
{
    /// <summary>Whether whoever asks may: the table of transitions says it, and it is theirs.</summary>
    public bool Puede(Expediente expediente) => expediente.CapturadoPor == sesion.Cuenta && descarte.Paso(expediente) is { } paso && sesion.Puede(paso.Permiso);

    public async Task<Resultado<ExpedienteId>> EjecutarAsync(ExpedienteId id, CancellationToken ct)
    {
        if (await db.Expedientes.AsTracking().AlAlcanceDe(sesion, reloj).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } expediente || expediente.CapturadoPor != sesion.Cuenta)
        {
            return new NoExiste();
        }

        if (!Puede(expediente))
        {
            return new Falla(null, "Sólo se descarta un borrador. Este expediente ya siguió adelante.");
        }

        await descarte.PrepararAsync(expediente, sesion.Cuenta, sesion.Institucion, ct);
        return await db.IntentarGuardarAsync(ct) ? id : new Falla(null, "El borrador cambió mientras lo descartaba. Revise cómo quedó y vuelva a intentarlo.");
    }
}
