using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A draft file was given up, by its author or by the days that nobody wrote in it; nothing of what it said is left.</summary>
public sealed record BorradorDeExpedienteDescartado(bool PorCaducidad) : ISuceso;

/// <summary>
/// Gives up a file that was never registered: it had neither folio nor weight in any figure, so all of it goes. Its data keys are destroyed, which
/// is the erasure, and with them the rows that they closed, the tokens by which it was found and the codes in clear. What is left says that there
/// was one, whose, and how it ended.
/// </summary>
public sealed class DescarteDeExpediente(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Whether the table of transitions lets a file in this state be given up as a draft is.</summary>
    public Transicion? Paso(Expediente expediente) => expediente.Estado == EstadoDeExpediente.Borrador
        ? diccionario.Transiciones("expediente").FirstOrDefault(t => t.De == EstadoDeExpediente.Borrador.Codigo && t.A == EstadoDeExpediente.Anulado.Codigo)
        : null;

    /// <summary>All but storing it.</summary>
    /// <param name="quien">Whose step it is; the system's when it expired.</param>
    public async Task PrepararAsync(Expediente expediente, CuentaId quien, string institucion, CancellationToken ct)
    {
        var (id, dueno, rutas) = (expediente.Id, expediente.Id.Valor, RutaDeBorrador.De(expediente.Id));
        db.RemoveRange(await db.LlavesDeDatos.Where(l => l.Dueno == dueno).ToListAsync(ct));
        db.RemoveRange(await db.Secciones.Where(s => s.Expediente == id).ToListAsync(ct));
        db.RemoveRange(await db.SeccionesAnteriores.Where(s => s.Expediente == id).ToListAsync(ct));
        db.RemoveRange(await db.Consentimientos.Where(c => c.Expediente == id).ToListAsync(ct));
        db.RemoveRange(await db.Testigos.Where(t => t.Expediente == id).ToListAsync(ct));
        db.RemoveRange(await db.Borradores.Where(b => b.Ruta.StartsWith(rutas)).ToListAsync(ct));
        var adjuntos = db.Adjuntos.Where(a => a.Dueno == dueno && a.ClaseDeDueno == DuenoDeAdjunto.Expediente);
        db.RemoveRange(await db.TrozosDeAdjunto.Where(t => adjuntos.Any(a => a.Id == t.Adjunto)).ToListAsync(ct));
        db.RemoveRange(await adjuntos.ToListAsync(ct));
        await db.Entry(expediente).Collection(e => e.FiltrosMultiples).LoadAsync(ct);
        db.RemoveRange(expediente.FiltrosMultiples);

        expediente.Filtros = new();
        expediente.Estado = EstadoDeExpediente.Anulado;
        expediente.Version = Uuid.Nuevo();
        db.Add(new MovimientoDeExpediente
        {
            Expediente = id,
            De = EstadoDeExpediente.Borrador,
            A = EstadoDeExpediente.Anulado,
            HechoEn = reloj.Ahora,
            HechoPor = quien,
            Institucion = institucion,
        });
        bitacora.Asentar(new BorradorDeExpedienteDescartado(PorCaducidad: quien == CuentaId.Sistema), id, como: quien);
    }
}
