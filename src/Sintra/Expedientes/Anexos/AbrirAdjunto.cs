using System.Runtime.CompilerServices;

namespace Sintra.Expedientes.Anexos;

/// <summary>A document on its way out.</summary>
/// <param name="Nombre">Neutral: the folio or «documento», what it is, which of them, its format. The one it came with stays sealed.</param>
/// <param name="Trozos">Its pieces in order, each opened when it is asked for.</param>
public sealed record AdjuntoPorEntregar(string Nombre, long Bytes, IAsyncEnumerable<byte[]> Trozos);

/// <summary>Opens a document. The reading is in the log before there is a byte to send: of the file, of the convenio, or of the event and of each of its files.</summary>
public sealed class AbrirAdjuntoHandler(SintraDb db, DuenosDeAdjuntos duenos, Sellos sellos, Bitacora bitacora)
{
    /// <returns>Null when it does not exist, was taken out or is out of reach; then nobody read anything.</returns>
    public async Task<AdjuntoPorEntregar?> EjecutarAsync(DuenoDeAdjunto clase, Guid id, Guid adjuntoId, CancellationToken ct)
    {
        if (await duenos.HallarAsync(clase, id, ct) is not { } dueno
            || await duenos.De(dueno).AsNoTracking().SingleOrDefaultAsync(a => a.Id == adjuntoId && a.RetiradoEn == null, ct) is not { } adjunto)
        {
            return null;
        }

        var llave = await db.LlavesDeDatos.AsNoTracking()
            .SingleAsync(l => l.Dueno == id && l.Clase == adjunto.ClaseDeLlave && l.Version == adjunto.VersionDeLlave, ct);
        var numero = await db.Adjuntos.CountAsync(a => a.Dueno == id && a.AgregadoEn <= adjunto.AgregadoEn, ct);
        var lectura = new AdjuntoAbierto(adjunto.Id, clase, id, adjunto.Tipo);
        bitacora.Asentar(lectura, dueno.Expediente);
        foreach (var expediente in await DeSuHechoAsync(dueno, ct))
        {
            bitacora.Asentar(lectura, expediente);
        }

        await db.SaveChangesAsync(ct);
        return new($"{dueno.Folio ?? "documento"}-{adjunto.Tipo.ToLowerInvariant()}-{numero}.{adjunto.Formato}", adjunto.Bytes, LeerAsync(adjunto, llave, ct));
    }

    // What an event's document tells, it tells of its persons: whoever asks who has read about one must find this reading.
    private async Task<IReadOnlyList<ExpedienteId>> DeSuHechoAsync(DuenoAlAlcance dueno, CancellationToken ct)
    {
        var hecho = new HechoId(dueno.Id);
        return dueno.Clase == DuenoDeAdjunto.Hecho ? await db.Expedientes.Where(e => e.Hecho == hecho).Select(e => e.Id).ToListAsync(ct) : [];
    }

    private async IAsyncEnumerable<byte[]> LeerAsync(Adjunto adjunto, LlaveDeDatos llave, [EnumeratorCancellation] CancellationToken ct)
    {
        using var abierta = sellos.AbrirLlave(llave);
        for (var numero = 0; numero < adjunto.Trozos; numero++)
        {
            var (cual, lugar) = (adjunto.Id, numero);
            var sellado = await db.TrozosDeAdjunto.Where(t => t.Adjunto == cual && t.Numero == lugar).Select(t => t.Sellado).SingleAsync(ct);
            yield return SelloDeAdjunto.Abrir(abierta, adjunto, numero, sellado);
        }
    }
}
