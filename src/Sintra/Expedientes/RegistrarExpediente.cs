using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Ends the check-answers page: the draft becomes a registered file, with folio, and counts.
/// Needs the minimum record (M) answered; a reason for not knowing is an answer, but for what the file is counted and followed by.
/// </summary>
public sealed class RegistrarExpedienteHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    ReparosDeCaptura reparos,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    private const int Intentos = 5;

    /// <returns>The folio; the one already given when it had been registered before (the button pressed twice).</returns>
    public async Task<Resultado<string>> EjecutarAsync(ExpedienteId id, CancellationToken ct)
    {
        for (var intento = 0; intento < Intentos; intento++)
        {
            if (await IntentarAsync(id, ct) is { } resultado)
            {
                return resultado;
            }
        }

        return new Falla(null, "Otra persona está cambiando este expediente. Revise sus respuestas y vuelva a registrar.");
    }

    // Null: somebody else won, and what stands now is to be read again.
    private async Task<Resultado<string>?> IntentarAsync(ExpedienteId id, CancellationToken ct)
    {
        if (await lector.LeerAsync(id, ct) is not { } leido)
        {
            return new NoExiste();
        }

        var expediente = leido.Expediente;
        if (expediente is { Estado: EstadoDeExpediente.Registrado, Folio: { } dado })
        {
            return dado;
        }

        if (await reparos.SinRepresentacionAsync(expediente, ct) is { } sinRepresentacion)
        {
            return sinRepresentacion;
        }

        if (Reparos(leido) is { Count: > 0 } fallas)
        {
            return Resultado<string>.ConFallas(fallas);
        }

        var folio = await FolioLibreAsync(ct);
        Preparar(leido, folio);
        return await db.IntentarGuardarAsync(ct) ? folio : default(Resultado<string>?);
    }

    /// <summary>Why it may not be registered: its state, or what the minimum record still lacks or has without the value it needs.</summary>
    internal IReadOnlyList<Falla> Reparos(ExpedienteLeido leido) =>
        !diccionario.Transiciones("expediente").Any(t => t.De == leido.Expediente.Estado.Codigo && t.A == EstadoDeExpediente.Registrado.Codigo && sesion.Puede(t.Permiso))
            ? [new(null, "Este expediente no puede registrarse en su estado actual.")]
            :
            [
                .. Reglas.Pendientes(
                        PreguntasDePagina.De(diccionario, diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, leido.Expediente), leido.Reales, leido.Contexto, Requerido.M)
                    .Select(p => new Falla(p.Ruta, $"{p.Variable.EtiquetaVisible}: falta responder. Si no se conoce, elija «No sabe».")),
                .. reparos.SinValor(leido.Reales),
            ];

    /// <summary>All but storing it, for whoever stores many at once. Nothing is asked: <see cref="Reparos"/> has said that it may be.</summary>
    internal void Preparar(ExpedienteLeido leido, string folio)
    {
        var expediente = leido.Expediente;
        expediente.Estado = EstadoDeExpediente.Registrado;
        expediente.RegistradoEn = reloj.Ahora;
        expediente.Folio = folio;
        expediente.Version = Uuid.Nuevo();
        leido.Cabeza(AbrirExpedienteHandler.Pagina)!.Terminada = true;
        db.Add(new Calidad
        {
            Expediente = expediente.Id,
            Codigo = ((ValorDeOpcion)leido.Reales.Unicas[CalidadAlNacer.Clave].Valor!).Codigo,
            AsentadaEn = reloj.Ahora,
            AsentadaPor = sesion.Cuenta,
        });
        bitacora.Asentar(new ExpedienteRegistrado(folio), expediente.Id);
    }

    // 32^6 a year: a collision is a curiosity, and the unique index has the last word.
    internal async Task<string> FolioLibreAsync(CancellationToken ct)
    {
        while (true)
        {
            var folio = Folio.Nuevo(reloj.Hoy.Year);
            if (!await db.Expedientes.AnyAsync(e => e.Folio == folio, ct))
            {
                return folio;
            }
        }
    }
}
