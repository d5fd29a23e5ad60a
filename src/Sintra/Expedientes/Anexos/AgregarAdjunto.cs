namespace Sintra.Expedientes.Anexos;

/// <summary>A document to be attached.</summary>
/// <param name="Campos">What was typed of the dictionary's questions about a document.</param>
/// <param name="Contenido">What arrived, read to its end; null when nothing did, or too much.</param>
/// <param name="Excedido">More arrived than is taken.</param>
/// <param name="Nombre">As the browser says it is called.</param>
/// <param name="Renglon">Row that it bears out, <c>Consentimiento[2]</c>; one of the file's.</param>
public sealed record AgregarAdjunto(
    DuenoDeAdjunto Clase,
    Guid Dueno,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Campos,
    ArchivoEnTransito? Contenido,
    bool Excedido,
    string? Nombre,
    bool Reservado,
    string? Renglon = null);

/// <summary>Takes in a document: told by its content, looked at by the antivirus where there is one, images drawn anew; then kept whole or not at all.</summary>
public sealed class AgregarAdjuntoHandler(
    DuenosDeAdjuntos duenos, LectorDeAdjunto lector, RevisionDeAdjunto revision, ArchivoDeAdjuntos archivo, SintraDb db, Bitacora bitacora)
{
    /// <summary>Name of the field of <see cref="AgregarAdjunto.Renglon"/>.</summary>
    public const string CampoDeRenglon = "Renglon";

    public async Task<Resultado<Guid>> EjecutarAsync(AgregarAdjunto orden, CancellationToken ct)
    {
        if (await duenos.HallarAsync(orden.Clase, orden.Dueno, ct) is not { } dueno)
        {
            return new NoExiste();
        }

        if (dueno.Impedimento is { } impedimento)
        {
            return impedimento;
        }

        var leido = lector.Leer(orden, await duenos.RenglonesAsync(dueno, ct));
        if (leido.Fallas.Count > 0)
        {
            return Resultado<Guid>.ConFallas(leido.Fallas);
        }

        var revisado = await revision.RevisarAsync(orden.Contenido!, orden.Nombre, ct);
        if (revisado.Dictamen == Dictamen.Infectado)
        {
            bitacora.Asentar(new AdjuntoInfectado(orden.Clase, orden.Dueno, leido.Tipo!, revisado.Formato!, orden.Contenido!.Length), dueno.Expediente);
            await db.SaveChangesAsync(ct);
        }

        if (revisado.Falla is { } falla)
        {
            return falla;
        }

        await using var dibujado = revisado.Dibujado;
        return await archivo.GuardarAsync(dueno, leido, revisado, dibujado ?? orden.Contenido!, ct);
    }
}
