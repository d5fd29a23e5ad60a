namespace Sintra.Expedientes.Anexos;

/// <summary>
/// Where documents are kept: sealed pieces in the database, written one after another so that no document is ever whole in memory, in one
/// transaction with their row and their fact.
/// </summary>
public sealed class ArchivoDeAdjuntos(SintraDb db, Sellos sellos, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    // Pieces sent to the database at once.
    private const int Lote = 4;

    public async Task<Resultado<Guid>> GuardarAsync(DuenoAlAlcance dueno, AdjuntoLeido leido, AdjuntoRevisado revisado, ArchivoEnTransito contenido, CancellationToken ct)
    {
        await using var transaccion = await db.Database.BeginTransactionAsync(ct);
        var llaves = await db.LlavesDeDatos.Where(l => l.Dueno == dueno.Id).ToListAsync(ct);
        var llave = DuenoDeRespuestas.LlaveDe(dueno.Id, ClaseDeLlave.Ordinaria, llaves, db, sellos);
        using var abierta = sellos.AbrirLlave(llave);
        var id = Uuid.Nuevo();
        var adjunto = new Adjunto
        {
            Id = id,
            ClaseDeDueno = dueno.Clase,
            Dueno = dueno.Id,
            Renglon = leido.Renglon,
            Tipo = leido.Tipo!,
            Formato = revisado.Formato!,
            Bytes = contenido.Length,
            Trozos = SelloDeAdjunto.Trozos(contenido.Length),
            Selladas = SelloDeAdjunto.Sellar(abierta, id, leido.Nombre),
            ClaseDeLlave = llave.Clase,
            VersionDeLlave = llave.Version,
            Analizado = revisado.Dictamen == Dictamen.Limpio,
            Reservado = leido.Reservado,
            AgregadoEn = reloj.Ahora,
            AgregadoPor = sesion.Cuenta,
            Institucion = sesion.Institucion,
        };
        db.Add(adjunto);
        if (!await db.IntentarGuardarAsync(ct))
        {
            return new Falla(null, "Alguien agregó otro documento al mismo tiempo. Vuelva a agregar el suyo.");
        }

        await EscribirAsync(adjunto, abierta, contenido, ct);
        bitacora.Asentar(
            new AdjuntoAgregado(id, dueno.Clase, dueno.Id, adjunto.Tipo, adjunto.Formato, adjunto.Bytes, adjunto.Analizado, adjunto.Reservado), dueno.Expediente);
        await db.SaveChangesAsync(ct);
        await transaccion.CommitAsync(ct);
        return id;
    }

    private async Task EscribirAsync(Adjunto adjunto, LlaveAbierta llave, ArchivoEnTransito contenido, CancellationToken ct)
    {
        var claro = new byte[SelloDeAdjunto.LargoDeTrozo];
        var lote = new List<TrozoDeAdjunto>(Lote);
        contenido.Position = 0;
        for (var numero = 0; numero < adjunto.Trozos; numero++)
        {
            var leidos = await contenido.ReadAtLeastAsync(claro, claro.Length, throwOnEndOfStream: false, ct);
            lote.Add(new() { Adjunto = adjunto.Id, Numero = numero, Sellado = SelloDeAdjunto.Sellar(llave, adjunto.Id, numero, adjunto.Trozos, claro.AsSpan(0, leidos)) });
            if (lote.Count == Lote || numero == adjunto.Trozos - 1)
            {
                db.AddRange(lote);
                await db.SaveChangesAsync(ct);
                lote.ForEach(t => db.Entry(t).State = EntityState.Detached);
                lote.Clear();
            }
        }

        System.Security.Cryptography.CryptographicOperations.ZeroMemory(claro);
    }
}
