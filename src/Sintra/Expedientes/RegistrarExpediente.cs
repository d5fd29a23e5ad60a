using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Ends the check-answers page: the draft becomes a registered file, with folio, and counts.
/// Needs the minimum record (M) answered; a reason for not knowing is an answer.
/// </summary>
public sealed class RegistrarExpedienteHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    /// <returns>The folio.</returns>
    public async Task<Resultado<string>> EjecutarAsync(ExpedienteId id, CancellationToken ct)
    {
        if (await lector.LeerAsync(id, ct) is not { } leido)
        {
            return new NoExiste();
        }

        var expediente = leido.Expediente;
        if (!diccionario.Transiciones("expediente").Any(t => t.De == expediente.Estado.Codigo && t.A == EstadoDeExpediente.Registrado.Codigo && sesion.Puede(t.Permiso)))
        {
            return new Falla(null, "Este expediente ya está registrado o no puede registrarse en su estado actual.");
        }

        if (Pendientes(leido) is { Count: > 0 } pendientes)
        {
            return Resultado<string>.ConFallas([.. pendientes.Select(p => new Falla(p.Ruta, $"{p.Variable.Etiqueta}: falta responder. Si no se conoce, elija «No sabe»."))]);
        }

        expediente.Estado = EstadoDeExpediente.Registrado;
        expediente.RegistradoEn = reloj.Ahora;
        expediente.Folio = await FolioLibreAsync(ct);
        expediente.Version = Guid.CreateVersion7();
        leido.Cabeza(AbrirExpedienteHandler.Pagina)!.Terminada = true;
        db.Add(new Calidad
        {
            Expediente = id,
            Codigo = leido.Reales.Unicas[CalidadAlNacer.Clave].Valor is ValorDeOpcion { Codigo: var codigo } ? codigo : "POSIBLE",
            AsentadaEn = reloj.Ahora,
            AsentadaPor = sesion.Cuenta,
        });
        bitacora.Asentar(new ExpedienteRegistrado(expediente.Folio), id);
        await db.SaveChangesAsync(ct);

        return expediente.Folio;
    }

    /// <summary>What the minimum record still lacks.</summary>
    public IReadOnlyList<RespuestaFaltante> Pendientes(ExpedienteLeido leido) => Reglas.Pendientes(
        PreguntasDePagina.De(diccionario, diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, leido.Expediente),
        leido.Reales,
        leido.Contexto,
        Requerido.M);

    // 32^6 a year: a collision is a curiosity, and the unique index has the last word.
    private async Task<string> FolioLibreAsync(CancellationToken ct)
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
