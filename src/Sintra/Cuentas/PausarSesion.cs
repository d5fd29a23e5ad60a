namespace Sintra.Cuentas;

public sealed record SesionPausada(Guid SesionAbierta) : ISuceso;

/// <summary>Locks the session in use: whoever sits down at the screen finds nothing, and its owner goes on where they were.</summary>
public sealed class PausarSesionHandler(SintraDb db, Bitacora bitacora)
{
    public async Task EjecutarAsync(SesionVigente esta, CancellationToken ct)
    {
        var abierta = await db.SesionesAbiertas.SingleAsync(s => s.Id == esta.Id, ct);
        abierta.Etapa = EtapaDeSesion.EnPausa;
        bitacora.Asentar(new SesionPausada(abierta.Id));
        await db.SaveChangesAsync(ct);
    }
}
