namespace Sintra.Cuentas;

public sealed record PerfilRetirado([property: DatoPublico] string Perfil) : ISuceso;

public sealed record PerfilRestituido([property: DatoPublico] string Perfil) : ISuceso;

/// <summary>A profile that nobody is given any more. Whoever holds it keeps it until somebody gives them another; it can be brought back.</summary>
public sealed class RetirarPerfilHandler(SintraDb db, GuardarPerfilHandler guardar, Bitacora bitacora, TimeProvider reloj)
{
    public async Task<Resultado<string>> EjecutarAsync(string clave, bool retirar, CancellationToken ct)
    {
        if (await db.Perfiles.SingleOrDefaultAsync(p => p.Clave == clave, ct) is not { } perfil)
        {
            return new NoExiste();
        }

        if (await guardar.PorQueNoAsync(perfil, ct) is { } negativa)
        {
            return negativa;
        }

        if (retirar == (perfil.RetiradoEn is not null))
        {
            return clave;
        }

        perfil.RetiradoEn = retirar ? reloj.Ahora : null;
        perfil.Version = Guid.CreateVersion7();
        bitacora.Asentar(retirar ? new PerfilRetirado(clave) : new PerfilRestituido(clave));
        return await db.IntentarGuardarAsync(ct) ? clave : GuardarPerfilHandler.Cambio;
    }
}
