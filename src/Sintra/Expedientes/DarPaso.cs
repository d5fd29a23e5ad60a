using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Takes a file from its state to another one that the table of steps allows.</summary>
/// <param name="Campos">What the step's entity asks for (closing, remarks), as typed.</param>
/// <param name="Motivo">Why, where the step asks for a reason and no entity says it.</param>
/// <param name="Paginas">Keys of the pages to be corrected, of a file returned with remarks.</param>
public sealed record DarPaso(
    ExpedienteId Expediente, string A, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, string? Motivo, IReadOnlyList<string> Paginas);

public sealed class DarPasoHandler(
    SintraDb db,
    Sellos sellos,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    PasosDeExpediente pasos,
    EscrituraDeEntidad entidades,
    ReparosDeCaptura reparos,
    RegistrarExpedienteHandler registrar,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const int LargoDeMotivo = 1000;

    public static readonly Falla Ganada = new(null, "Otra persona cambió este expediente mientras usted decidía. Lea cómo quedó y vuelva a intentarlo.");

    /// <returns>The state in which it is now.</returns>
    public async Task<Resultado<EstadoDeExpediente>> EjecutarAsync(DarPaso orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Expediente, ct) is not { } leido)
        {
            return new NoExiste();
        }

        // The button pressed twice.
        if (leido.Expediente.Estado.Codigo == orden.A)
        {
            return leido.Expediente.Estado;
        }

        if (await reparos.SinRepresentacionAsync(leido.Expediente, ct) is { } sinRepresentacion)
        {
            return sinRepresentacion;
        }

        if ((await pasos.DeAsync(leido, ct)).SingleOrDefault(p => p.Transicion.A == orden.A) is not { } paso)
        {
            return new Falla(null, "Este paso no está abierto para usted en el estado actual del expediente.");
        }

        var captura = paso.Entidad is { } entidad ? entidades.Leer(Preguntas(entidad, paso), orden.Campos, EnEse(leido, paso)) : null;
        if (Reparos(orden, leido, paso, captura).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<EstadoDeExpediente>.ConFallas(fallas);
        }

        if (captura is not null)
        {
            entidades.Agregar(leido, paso.Entidad!, captura);
        }

        if (paso.A == EstadoDeExpediente.Registrado && leido.Expediente.Folio is null)
        {
            var folio = await Folio.LibreAsync(db, reloj, ct);
            Sellar(db.Mover(leido.Expediente, paso.A, sesion, bitacora, reloj), orden, leido);
            registrar.Preparar(leido, folio);
        }
        else
        {
            Sellar(db.Mover(leido.Expediente, paso.A, sesion, bitacora, reloj, paso.PidePaginas ? orden.Paginas : null), orden, leido);
        }

        return await db.IntentarGuardarAsync(ct) ? paso.A : Ganada;
    }

    /// <summary>What the step's screen asks: of its entity, what hangs on the new state if anything does, else what hangs on none.</summary>
    public IReadOnlyList<Variable> Preguntas(string entidad, Paso paso)
    {
        var contexto = new ContextoDeCondicion(diccionario, ConEstado(Respuestas.Vacias.Unicas, paso));
        var suyas = diccionario.DeEntidad(entidad).ToLookup(v => v.Condicion is null ? (bool?)null : Reglas.EsVisible(v, contexto));
        return suyas[true].Any() ? [.. suyas[true]] : [.. suyas[null]];
    }

    private IEnumerable<Falla> Reparos(DarPaso orden, ExpedienteLeido leido, Paso paso, CapturaLeida? captura)
    {
        if (captura is null && paso.Transicion.RequiereMotivo && string.IsNullOrWhiteSpace(orden.Motivo))
        {
            yield return new(nameof(orden.Motivo), "Escriba el motivo.");
        }
        else if (orden.Motivo?.Length > LargoDeMotivo)
        {
            yield return new(nameof(orden.Motivo), $"El motivo admite hasta {LargoDeMotivo} caracteres.");
        }

        if (orden.Paginas.Any(p => diccionario.Pagina(p) is null))
        {
            yield return new(nameof(orden.Paginas), "Elija páginas de la lista.");
        }

        foreach (var falla in captura?.Fallas ?? [])
        {
            yield return falla;
        }

        if (paso.A == EstadoDeExpediente.Registrado && leido.Expediente.Folio is null)
        {
            foreach (var falla in registrar.Faltantes(leido))
            {
                yield return falla with { Campo = null };
            }
        }
    }

    private void Sellar(MovimientoDeExpediente movimiento, DarPaso orden, ExpedienteLeido leido)
    {
        if (string.IsNullOrWhiteSpace(orden.Motivo))
        {
            return;
        }

        var llave = DuenoDeRespuestas.LlaveDe(leido.Expediente.Id.Valor, ClaseDeLlave.Ordinaria, [.. leido.Llaves], db, sellos);
        movimiento.Motivo = sellos.Sellar(llave, HistoriaDeExpedienteHandler.SitioDe(movimiento), orden.Motivo.Trim());
        movimiento.VersionDeLlave = llave.Version;
    }

    /// <summary>The file as if it had taken the step: what the screen asks hangs on the state to which it leads.</summary>
    public ExpedienteLeido EnEse(ExpedienteLeido leido, Paso paso) =>
        leido with { Contexto = new(diccionario, leido.Reales.Unicas, ConEstado(new Dictionary<string, Respuesta>(), paso)) };

    private static Dictionary<string, Respuesta> ConEstado(IReadOnlyDictionary<string, Respuesta> otras, Paso paso) =>
        new(otras) { ["estado_expediente"] = Respuesta.Con(new ValorDeOpcion(paso.A.Codigo)) };
}
