using System.Data.Common;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>
/// Each hour, by the clock and never by who signs in: forgets the addresses that nobody types any more and the challenges that nobody answered,
/// and tries again the notices that no mail server took. Several nodes may do it at once.
/// </summary>
internal sealed class QuehaceresDeAcceso(IServiceScopeFactory alcances, TimeProvider reloj, ILogger<QuehaceresDeAcceso> registro) : BackgroundService
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
                await alcance.ServiceProvider.GetRequiredService<Retos>().OlvidarAsync(stoppingToken);
                await alcance.ServiceProvider.GetRequiredService<CambiosDeCredenciales>().AvisarPendientesAsync(stoppingToken);
            }
            catch (Exception causa) when (causa is DbException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "The chores of sign-in were not all done; they are tried again in an hour.");
            }
        }
    }
}
