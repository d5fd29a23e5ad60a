namespace Sintra.Expedientes;

/// <summary>Writes the page of an event.</summary>
/// <param name="Version">Version of the page that the writer saw; null when it had never been written.</param>
/// <param name="Mostrados">Groups of sealed fields that were open when the form was made; null without a form.</param>
public sealed record GuardarHecho(HechoId Hecho, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, Guid? Version, bool Terminada, IReadOnlyCollection<string>? Mostrados = null);

public sealed class GuardarHechoHandler(SintraDb db, LectorDeHecho lector, EscrituraDeHecho escritura, Sesion sesion)
{
    public async Task<Resultado<HechoId>> EjecutarAsync(GuardarHecho orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (leido.Hecho.Institucion != sesion.Institucion)
        {
            return new Falla(null, "El hecho lo lleva otra institución; pídale que registre el cambio.");
        }

        var captura = escritura.Leer(orden.Campos);
        if (captura.Fallas.Count > 0)
        {
            return Resultado<HechoId>.ConFallas(captura.Fallas);
        }

        if (leido.Cabeza?.Version != orden.Version)
        {
            return GuardarPaginaHandler.Ganada;
        }

        escritura.Escribir(leido.Hecho, [.. leido.Secciones], [.. leido.Llaves], captura, leido.Vista.Segun(orden.Mostrados), orden.Terminada);

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return GuardarPaginaHandler.Ganada;
        }

        return leido.Hecho.Id;
    }
}
