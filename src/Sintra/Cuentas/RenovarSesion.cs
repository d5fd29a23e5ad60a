namespace Sintra.Cuentas;

/// <summary>Credentials changed, so every session of the account died with its stamp: the one in use goes on under a new id.</summary>
public sealed class RenovarSesion(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    internal static readonly Falla Ganada = new(null, "Su cuenta cambió al mismo tiempo desde otra ventana. Revise cómo quedó y, si hace falta, vuelva a intentarlo.");

    /// <summary>Saves what the use case has done, and the session that goes on, which has proved what the one before had and ends when it would have.</summary>
    /// <param name="conLlave">A passkey has just proved it.</param>
    /// <returns>Null when somebody else changed the account first, and nothing was stored.</returns>
    public async Task<Entrada?> EjecutarAsync(Cuenta cuenta, string agente, bool conLlave, CancellationToken ct)
    {
        var viejas = await db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id && s.Revocada == null).ToListAsync(ct);
        viejas.ForEach(vieja => vieja.Revocada = reloj.Ahora);
        var (abierta, secreto) = SesionAbierta.Para(cuenta, EtapaDeSesion.Abierta, agente, reloj.Ahora);
        if (viejas.SingleOrDefault(v => v.Id == sesion.Abierta) is not { } esta)
        {
            return null; // closed from elsewhere a moment ago: it does not come back with more than it had
        }

        (abierta.Verificada, abierta.ConLlave, abierta.Expira) = (esta.Verificada, esta.ConLlave, esta.Expira);
        abierta.ConLlave |= conLlave;
        db.SesionesAbiertas.Add(abierta);
        return await db.IntentarGuardarAsync(ct) ? new(secreto, EtapaDeSesion.Abierta) : null;
    }
}
