namespace Sintra.Cuentas;

/// <summary>A link for the first administrator was made; earlier ones ceased to serve.</summary>
public sealed record PrimeraAdministracionOfrecida(Guid Invitacion, DateTime Expira) : ISuceso;

/// <summary>
/// While there is no account at all, makes the link with which the first administrator enters. The caller shows it on the console:
/// only whoever runs the installation sees it.
/// </summary>
public sealed class CrearPrimeraAdministracionHandler(SintraDb db, Bitacora bitacora, DireccionPublica direccion, TimeProvider reloj)
{
    /// <returns>The link, good for 24 hours and once; null when there are accounts already, or when another node has just made it.</returns>
    public async Task<Uri?> EjecutarAsync(CancellationToken ct)
    {
        if (await db.Cuentas.AnyAsync(ct))
        {
            return null;
        }

        var ahora = reloj.Ahora;
        foreach (var anterior in await db.Invitaciones.Where(i => i.Cuenta == null && i.UsadaEn == null).ToListAsync(ct))
        {
            anterior.UsadaEn = ahora;
        }

        var secreto = SecretoOpaco.Nuevo();
        var invitacion = new Invitacion
        {
            Hash = secreto.Hash,
            CreadaEn = ahora,
            CreadaPor = CuentaId.Sistema,
            Expira = ahora + Invitacion.VigenciaDeLaPrimera,
        };
        db.Invitaciones.Add(invitacion);
        bitacora.Asentar(new PrimeraAdministracionOfrecida(invitacion.Id, invitacion.Expira), como: CuentaId.Sistema);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        return direccion.DeBienvenida(secreto);
    }
}
