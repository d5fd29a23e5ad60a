using System.Data.Common;
using System.Security.Cryptography;

namespace Sintra.Web.Operacion;

/// <summary>
/// Keeps what the log needs while the site runs: at start, that the key file is this database's and a block of lanes is had; each minute,
/// the block for longer, keys another process has added, and the heads signed; at an orderly stop, the heads once more and the block given back.
/// </summary>
internal sealed class GuardiaDeBitacora(IServiceScopeFactory alcances, Carriles carriles, Llavero llavero, TimeProvider reloj, ILogger<GuardiaDeBitacora> registro)
    : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var alcance = alcances.CreateAsyncScope())
        {
            await alcance.ServiceProvider.GetRequiredService<ComprobarLlaveroHandler>().EjecutarAsync(cancellationToken);
        }

        await carriles.AbrirAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await IntentarAsync(FirmarAsync, cancellationToken);
        await IntentarAsync(carriles.CerrarAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var compas = new PeriodicTimer(Cada, reloj);
        while (await compas.WaitForNextTickAsync(stoppingToken))
        {
            await IntentarAsync(carriles.RenovarAsync, stoppingToken);
            await IntentarAsync(ReleerLlavesAsync, stoppingToken);
            await IntentarAsync(FirmarAsync, stoppingToken);
        }
    }

    private async Task FirmarAsync(CancellationToken ct)
    {
        await using var alcance = alcances.CreateAsyncScope();
        await alcance.ServiceProvider.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(ct);
    }

    // The keys held go on opening and sealing; «/salud/lista» says «no» until the file is right again.
    private Task ReleerLlavesAsync(CancellationToken ct)
    {
        try
        {
            llavero.Releer();
        }
        catch (Exception causa) when (causa is LlaveroInservibleException or IOException or UnauthorizedAccessException)
        {
            registro.LogCritical(causa, "The key file cannot be used as it is now; the keys already held stay in use. Put it right before this process ends.");
        }

        return Task.CompletedTask;
    }

    // The database away or the disk full: the next minute tries again, and meanwhile the operator is told.
    private async Task IntentarAsync(Func<CancellationToken, Task> accion, CancellationToken ct)
    {
        try
        {
            await accion(ct);
        }
        catch (Exception causa) when (causa is DbException or DbUpdateException or IOException or UnauthorizedAccessException
            or TimeoutException or InvalidOperationException or CryptographicException or LlaveroInservibleException)
        {
            registro.LogError(causa, "The log's watch could not {Accion}; it tries again in a minute.", accion.Method.Name);
        }
    }
}
