namespace Sintra.Seguimiento;

/// <summary>From a call of one's own to its event, made when it has none: there the file of a person begins.</summary>
public sealed class AbrirHechoDeLlamadaHandler(SintraDb db, HechoDeLlamada hechos, Sesion sesion)
{
    private static readonly Dictionary<string, Diccionario.Respuesta> NadaMas = [];

    /// <returns>The event; the same however many times it is asked.</returns>
    public async Task<Resultado<HechoId>> EjecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.Llamadas.SingleOrDefaultAsync(l => l.Id == id && l.Institucion == sesion.Institucion, ct) is not { } llamada)
        {
            return new NoExiste();
        }

        if (llamada.Hecho is { } suyo)
        {
            return suyo;
        }

        var hecho = hechos.Abrir(llamada, NadaMas, []);
        llamada.Hecho = hecho;
        if (await db.IntentarGuardarAsync(ct))
        {
            return hecho;
        }

        // Pressed twice at once: the other one has made it.
        return await hechos.DeAsync(id, ct) is { } ganado ? ganado : new NoExiste();
    }
}
