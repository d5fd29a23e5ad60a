namespace Sintra.Cuentas;

public sealed record SesionPausada(Guid SesionAbierta) : ISuceso;

/// <summary>Locks the session in use: whoever sits down at the screen finds nothing, and its owner goes on where they were.</summary>
public sealed class PausarSesionHandler(SintraDb db, Bitacora bitacora)
{
    /// <param name="regreso">Local path of the page that was left.</param>
    public async Task EjecutarAsync(SesionVigente esta, string? regreso, CancellationToken ct)
    {
        var abierta = await db.SesionesAbiertas.SingleAsync(s => s.Id == esta.Id, ct);
        abierta.Etapa = EtapaDeSesion.EnPausa;
        abierta.Regreso = regreso is { Length: <= SesionAbierta.LargoDeRegreso } ? regreso : null;
        bitacora.Asentar(new SesionPausada(abierta.Id));
        await db.SaveChangesAsync(ct);
    }
}
