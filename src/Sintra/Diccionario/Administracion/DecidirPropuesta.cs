namespace Sintra.Diccionario;

/// <param name="Opinion">What the meeting thought of it.</param>
/// <param name="VersionQueAdopta">Of an adopted one, the version of the dictionary that has it; null while it is not published.</param>
public sealed record DecidirPropuesta(int Numero, DecisionDePropuesta? Decision, string? Opinion, string? Razon, int? VersionQueAdopta);

public sealed record PropuestaDeDiccionarioDecidida(Guid Propuesta, int Numero, DecisionDePropuesta Decision, int? VersionQueAdopta) : ISuceso;

/// <summary>Writes down what the meeting resolved. What was put off, or adopted and not yet published, is resolved again; the rest stands.</summary>
public sealed class DecidirPropuestaHandler(SintraDb db, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<int>> EjecutarAsync(DecidirPropuesta orden, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioPublicar) || await db.PropuestasDeDiccionario.SingleOrDefaultAsync(p => p.Numero == orden.Numero, ct) is not { } propuesta)
        {
            return new NoExiste();
        }

        if (propuesta.Resuelta)
        {
            return new Falla(null, "Esta propuesta ya se resolvió.");
        }

        var (opinion, razon) = (orden.Opinion?.Trim() ?? "", orden.Razon?.Trim() ?? "");
        if (await FallasAsync(orden, opinion, razon, ct) is { Count: > 0 } fallas)
        {
            return Resultado<int>.ConFallas(fallas);
        }

        var decision = orden.Decision!.Value;
        (propuesta.Decision, propuesta.Opinion, propuesta.RazonDeDecision) = (decision, opinion, razon);
        propuesta.VersionQueAdopta = decision == DecisionDePropuesta.Adoptada ? orden.VersionQueAdopta : null;
        (propuesta.DecididaPor, propuesta.DecididaEn, propuesta.Version) = (sesion.Cuenta, reloj.Ahora, Guid.CreateVersion7());
        bitacora.Asentar(new PropuestaDeDiccionarioDecidida(propuesta.Id, propuesta.Numero, decision, propuesta.VersionQueAdopta));
        return await db.IntentarGuardarAsync(ct)
            ? orden.Numero
            : new Falla(null, "Alguien resolvió esta propuesta al mismo tiempo. Revise lo que quedó.");
    }

    private async Task<List<Falla>> FallasAsync(DecidirPropuesta orden, string opinion, string razon, CancellationToken ct)
    {
        var fallas = new List<Falla>();
        if (orden.Decision is not { } decision || !Enum.IsDefined(decision))
        {
            fallas.Add(new(nameof(orden.Decision), "Elija qué se resolvió."));
        }

        if (opinion.Length is 0 or > PropuestaDeDiccionario.LargoDeTexto)
        {
            fallas.Add(new(nameof(orden.Opinion), $"Escriba la opinión de la reunión, en {PropuestaDeDiccionario.LargoDeTexto} caracteres o menos."));
        }

        if (razon.Length is 0 or > PropuestaDeDiccionario.LargoDeTexto)
        {
            fallas.Add(new(nameof(orden.Razon), $"Escriba la razón de la decisión, en {PropuestaDeDiccionario.LargoDeTexto} caracteres o menos."));
        }

        if (orden.VersionQueAdopta is { } version && orden.Decision is DecisionDePropuesta.Adoptada && !await db.VersionesDeDiccionario.AnyAsync(v => v.Numero == version, ct))
        {
            fallas.Add(new(nameof(orden.VersionQueAdopta), "Esa versión no se ha publicado. Elija una de la lista, o déjela sin elegir hasta que se publique."));
        }

        return fallas;
    }
}
