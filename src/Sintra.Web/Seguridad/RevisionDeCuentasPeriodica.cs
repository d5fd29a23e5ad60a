using System.Data.Common;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>Each hour suspends the accounts that nobody uses or confirms. Several nodes may do it at once: an account is suspended by one.</summary>
internal sealed class RevisionDeCuentasPeriodica(IServiceScopeFactory alcances, TimeProvider reloj, ModoDePractica modo, ILogger<RevisionDeCuentasPeriodica> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Where nobody is real accounts are made with the system and go with it.
        using var compas = new PeriodicTimer(Cada, reloj);
        while (!modo.Activo && await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var alcance = alcances.CreateAsyncScope();
                var cuantas = await alcance.ServiceProvider.GetRequiredService<SuspenderSinUsoHandler>().EjecutarAsync(stoppingToken);
                if (cuantas > 0)
                {
                    registro.LogInformation("{Cuantas} accounts without use or confirmation were suspended.", cuantas);
                }
            }
            catch (Exception causa) when (causa is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "Accounts could not be reviewed; it is tried again in an hour.");
            }
        }
    }
}
