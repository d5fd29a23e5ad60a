namespace Sintra.Diccionario;

/// <summary>Throws a prepared change away; what is in force does not notice.</summary>
public sealed class DescartarCambioHandler(SintraDb db, Bitacora bitacora, Sesion sesion)
{
    public async Task<Resultado<Guid>> EjecutarAsync(Guid id, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioPublicar) || await db.CambiosPreparados.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } cambio)
        {
            return new NoExiste();
        }

        db.Remove(cambio);
        bitacora.Asentar(new CambioDeDiccionarioPreparado(cambio.Clave, cambio.Retirado, Descartado: true));
        await db.SaveChangesAsync(ct);
        return id;
    }
}
