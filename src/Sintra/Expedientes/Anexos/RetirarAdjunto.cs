namespace Sintra.Expedientes.Anexos;

/// <summary>Takes a document out: it stays with its bytes, marked with who and when, and is opened by nobody.</summary>
public sealed class RetirarAdjuntoHandler(SintraDb db, DuenosDeAdjuntos duenos, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>What is needed to add and to take out.</summary>
    public static Permiso PermisoPara(DuenoDeAdjunto clase) => clase == DuenoDeAdjunto.Convenio ? Permiso.InstitucionAdministrar : Permiso.AdjuntoEscribir;

    /// <summary>The institution that added it takes it out, or who has taken its place; of a convenio, whoever administers it.</summary>
    internal static bool EsDeQuien(Sesion sesion, Adjunto adjunto) =>
        adjunto.ClaseDeDueno == DuenoDeAdjunto.Convenio || adjunto.Institucion == sesion.Institucion || sesion.Predecesoras.Contains(adjunto.Institucion);

    public async Task<Resultado<Guid>> EjecutarAsync(DuenoDeAdjunto clase, Guid id, Guid adjuntoId, CancellationToken ct)
    {
        if (await duenos.HallarAsync(clase, id, ct) is not { } dueno
            || await duenos.De(dueno).SingleOrDefaultAsync(a => a.Id == adjuntoId && a.RetiradoEn == null, ct) is not { } adjunto)
        {
            return new NoExiste();
        }

        if (dueno.Impedimento is { } impedimento)
        {
            return impedimento;
        }

        if (!EsDeQuien(sesion, adjunto))
        {
            return new Falla(null, "Lo agregó otra institución; pídale que lo retire.");
        }

        (adjunto.RetiradoEn, adjunto.RetiradoPor) = (reloj.Ahora, sesion.Cuenta);
        bitacora.Asentar(new AdjuntoRetirado(adjunto.Id, clase, id, adjunto.Tipo), dueno.Expediente);
        await db.SaveChangesAsync(ct);
        return adjunto.Id;
    }
}
