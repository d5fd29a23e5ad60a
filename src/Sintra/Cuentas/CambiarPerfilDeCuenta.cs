namespace Sintra.Cuentas;

public sealed record PerfilDeCuentaCambiado(CuentaId CuentaCambiada, [property: DatoPublico] string De, [property: DatoPublico] string A) : ISuceso;

/// <param name="Ofrecidos">What it may be given.</param>
public sealed record CuentaPorCambiar(CuentaId Id, string Nombre, string Correo, string Institucion, string Perfil, IReadOnlyList<Perfil> Ofrecidos);

/// <summary>
/// Gives an account another profile, from its next request on. Both the one it has and the one it gets must be of those that whoever asks may give;
/// nobody changes their own; somebody always administers the country.
/// </summary>
public sealed class CambiarPerfilDeCuentaHandler(SintraDb db, Sesion sesion, Delegacion delegacion, UltimaAdministracion ultima, Bitacora bitacora)
{
    /// <returns>Null when there is no such account within reach, or it is not one's to change.</returns>
    public async Task<CuentaPorCambiar?> VerAsync(CuentaId id, CancellationToken ct)
    {
        var ofrecidos = await delegacion.OfrecidosAsync(ct);
        return await db.Cuentas.AsNoTracking().AlAlcanceDe(sesion).SingleOrDefaultAsync(c => c.Id == id, ct) is { } cuenta
            ? new(cuenta.Id, cuenta.Nombre, cuenta.Correo, cuenta.Institucion, cuenta.Perfil, ofrecidos)
            : null;
    }

    public async Task<Resultado<CuentaId>> EjecutarAsync(CuentaId id, string? perfil, CancellationToken ct)
    {
        var cuenta = await db.Cuentas.AlAlcanceDe(sesion).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (cuenta is null)
        {
            return new NoExiste();
        }

        if (cuenta.Id == sesion.Cuenta)
        {
            return new Falla(null, "No puede cambiar su propio perfil. Pídalo a otra persona que administre.");
        }

        var claves = await delegacion.ClavesAsync(ct);
        if (!claves.Contains(cuenta.Perfil))
        {
            return SuspenderCuentaHandler.FueraDeSuMano;
        }

        if (perfil is null || !claves.Contains(perfil))
        {
            return new Falla("Perfil", "Elija un perfil de la lista.");
        }

        if (perfil == cuenta.Perfil)
        {
            return id;
        }

        if (!await ultima.PuedeDejarloAsync(cuenta, ct))
        {
            return UltimaAdministracion.Falla;
        }

        bitacora.Asentar(new PerfilDeCuentaCambiado(id, cuenta.Perfil, perfil));
        cuenta.Perfil = perfil;
        cuenta.Version = Guid.CreateVersion7();
        return await db.IntentarGuardarAsync(ct) ? id : SuspenderCuentaHandler.AlMismoTiempo;
    }
}
