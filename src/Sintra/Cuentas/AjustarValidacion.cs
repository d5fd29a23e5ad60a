namespace Sintra.Cuentas;

/// <summary>From here on a second person of the institution validates what the first one captures, or does not.</summary>
public sealed record ValidacionAjustada([property: DatoPublico] string Institucion, bool ValidaOtraPersona) : ISuceso;

/// <summary>
/// The institution's own choice: whether what one of its people captures waits for another to validate it, and whether closing takes two. What
/// waits for validation when it is turned off is still validated by another.
/// </summary>
public sealed class AjustarValidacionHandler(SintraDb db, Bitacora bitacora, Sesion sesion)
{
    /// <returns>Null when there is none with that key, or it is not one's to adjust.</returns>
    public async Task<Institucion?> VerAsync(string sigla, CancellationToken ct) =>
        sigla == sesion.Institucion || sesion.Puede(Permiso.CuentaAdministrarNacional) ? await db.Instituciones.SingleOrDefaultAsync(i => i.Sigla == sigla, ct) : null;

    public async Task<Resultado<bool>> EjecutarAsync(string sigla, bool validaOtraPersona, CancellationToken ct)
    {
        if (await VerAsync(sigla, ct) is not { } institucion)
        {
            return new NoExiste();
        }

        if (institucion.ValidaOtraPersona != validaOtraPersona)
        {
            institucion.ValidaOtraPersona = validaOtraPersona;
            bitacora.Asentar(new ValidacionAjustada(sigla, validaOtraPersona));
            await db.SaveChangesAsync(ct);
        }

        return validaOtraPersona;
    }
}
