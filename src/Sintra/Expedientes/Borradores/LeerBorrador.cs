namespace Sintra.Expedientes;

/// <summary>What whoever asks had typed into a form.</summary>
/// <param name="Version">Version of the page that its form was made from.</param>
/// <param name="EscritoEn">Last key (UTC).</param>
public sealed record BorradorLeido(Guid? Version, CapturaPendiente Captura, DateTime EscritoEn);

public sealed class LeerBorradorHandler(BorradoresPropios borradores)
{
    /// <param name="ruta">Address of the form, in its one spelling (<see cref="RutaDeBorrador"/>).</param>
    /// <returns>Null when nothing is pending there.</returns>
    public async Task<BorradorLeido?> EjecutarAsync(string ruta, CancellationToken ct) =>
        await borradores.Mios.AsNoTracking().SingleOrDefaultAsync(b => b.Ruta == ruta, ct) is { } borrador
            ? new(borrador.Version, await borradores.AbrirAsync(borrador, ct), borrador.EscritoEn)
            : null;

    /// <summary>When something was last typed there and kept (UTC), without opening it.</summary>
    public Task<DateTime?> CuandoAsync(string ruta, CancellationToken ct) =>
        borradores.Mios.Where(b => b.Ruta == ruta).Select(b => (DateTime?)b.EscritoEn).SingleOrDefaultAsync(ct);
}
