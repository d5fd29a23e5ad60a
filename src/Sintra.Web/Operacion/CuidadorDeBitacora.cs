using System.Data.Common;

namespace Sintra.Web.Operacion;

/// <summary>Each minute, while the process lives: keeps its lanes of the log, and signs their heads outside the database. At the end it signs once more and gives the lanes back.</summary>
internal sealed class CuidadorDeBitacora(IServiceScopeFactory ambitos, Carriles carriles, TimeProvider reloj, ILogger<CuidadorDeBitacora> registro) : BackgroundService
{
    private static readonly TimeSpan CadaCuanto = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FirmarAsync(cancellationToken);
        await carriles.CerrarAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutero = new PeriodicTimer(CadaCuanto, reloj);
        try
        {
            while (await minutero.WaitForNextTickAsync(stoppingToken))
            {
                await UnaVezAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // told to stop
        }
    }

    // A database that does not answer for a while must not end the server: the next minute tries again.
    private async Task UnaVezAsync(CancellationToken ct)
    {
        try
        {
            await carriles.RenovarAsync(ct);
            await FirmarAsync(ct);
        }
        catch (Exception causa) when (causa is DbException or DbUpdateException or TimeoutException or IOException or InvalidOperationException)
        {
            registro.LogError(causa, "The log's heads could not be signed");
        }
    }

    private async Task FirmarAsync(CancellationToken ct)
    {
        await using var ambito = ambitos.CreateAsyncScope();
        await ambito.ServiceProvider.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(ct);
    }
}
