using System.Data.Common;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>Each hour, by the clock and never by who signs in, forgets the addresses that nobody types any more. Several nodes may do it at once.</summary>
internal sealed class OlvidoDeFrenos(IServiceScopeFactory alcances, TimeProvider reloj, ILogger<OlvidoDeFrenos> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var compas = new PeriodicTimer(Cada, reloj);
        while (await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var alcance = alcances.CreateAsyncScope();
                await alcance.ServiceProvider.GetRequiredService<OlvidarFrenosHandler>().EjecutarAsync(stoppingToken);
            }
            catch (Exception causa) when (causa is DbException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "Old attempts to enter could not be forgotten; it is tried again in an hour.");
            }
        }
    }
}
