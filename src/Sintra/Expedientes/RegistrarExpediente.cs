using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <param name="Folio">Null while another person of the institution has to validate it.</param>
public sealed record Registrado(string? Folio);

/// <summary>
/// Ends the check-answers page: the draft becomes a registered file, with folio, and counts; where the institution has a second person
/// validate, it goes to review instead. Needs the minimum record (M) answered; a reason for not knowing is an answer, but for what the file
/// is counted and followed by.
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

    /// <returns>With the folio; the one already given when it had been registered before (the button pressed twice).</returns>
    public async Task<Resultado<Registrado>> EjecutarAsync(ExpedienteId id, CancellationToken ct)
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
    private async Task<Resultado<Registrado>?> IntentarAsync(ExpedienteId id, CancellationToken ct)
    {
        if (await lector.LeerAsync(id, ct) is not { } leido)
        {
            return new NoExiste();
        }

        var expediente = leido.Expediente;
        if (expediente is { Estado: EstadoDeExpediente.Registrado, Folio: { } dado })
        {
            return new Registrado(dado);
        }

        if (expediente.Estado == EstadoDeExpediente.EnRevision)
        {
            return new Registrado(null);
        }

        if (await reparos.SinRepresentacionAsync(expediente, ct) is { } sinRepresentacion)
        {
            return sinRepresentacion;
        }

        if (Reparos(leido) is { Count: > 0 } fallas)
        {
            return Resultado<Registrado>.ConFallas(fallas);
        }

        var folio = await EncaminarAsync(leido, ct);
        return await db.IntentarGuardarAsync(ct) ? new Registrado(folio) : default(Resultado<Registrado>?);
    }

    /// <summary>All but storing it: registered with a folio, or on its way to the second person of the institution; nothing is asked.</summary>
    /// <returns>The folio; null when it goes to review.</returns>
    internal async Task<string?> EncaminarAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var institucion = leido.Expediente.Institucion;
        if (await db.Instituciones.AnyAsync(i => i.Sigla == institucion && i.ValidaOtraPersona, ct))
        {
            db.Mover(leido.Expediente, EstadoDeExpediente.EnRevision, sesion, bitacora, reloj);
            return null;
        }

        var folio = await Folio.LibreAsync(db, reloj, ct);
        Preparar(leido, folio);
        return folio;
    }

    /// <summary>Why it may not be registered: its state, or what the minimum record still lacks or has without the value it needs.</summary>
    internal IReadOnlyList<Falla> Reparos(ExpedienteLeido leido) =>
        !diccionario.Transiciones("expediente").Any(t => t.De == leido.Expediente.Estado.Codigo && t.A == EstadoDeExpediente.Registrado.Codigo && sesion.Puede(t.Permiso))
            ? [new(null, "Este expediente no puede registrarse en su estado actual.")]
            : Faltantes(leido);

    /// <summary>What the minimum record still lacks, or has without the value that a registered file needs.</summary>
    internal IReadOnlyList<Falla> Faltantes(ExpedienteLeido leido) =>
    [
        .. Reglas.Pendientes(
                PreguntasDePagina.De(diccionario, diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, leido.Expediente), leido.Reales, leido.Contexto, Requerido.M)
            .Select(p => new Falla(p.Ruta, $"{p.Variable.EtiquetaVisible}: falta responder. Si no se conoce, elija «No sabe».")),
        .. reparos.AlRegistrar(leido.Reales),
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
}
