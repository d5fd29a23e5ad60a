using System.Data.Common;
using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Web.Operacion;

/// <summary>Takes what another node has published of the dictionary: this one would else go on asking yesterday's questions.</summary>
internal sealed class GuardiaDelDiccionario(FuenteDelDiccionario fuente, IServiceScopeFactory alcances, TimeProvider reloj, ILogger<GuardiaDelDiccionario> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var vista = 0; // what came into force at midnight counts too: no refresh brings it
        using var compas = new PeriodicTimer(Cada, reloj);
        while (await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await fuente.RefrescarAsync(stoppingToken);
                if (fuente.Vigente.Version != vista)
                {
                    await using var alcance = alcances.CreateAsyncScope();
                    await alcance.ServiceProvider.GetRequiredService<SembrarCuentasHandler>().EjecutarAsync(stoppingToken);
                    vista = fuente.Vigente.Version;
                }
            }
            catch (Exception causa) when (causa is DbException or TimeoutException or InvalidOperationException or FormatException or DbUpdateException)
            {
                registro.LogError(causa, "The dictionary's newest version could not be read; it is tried again in {Segundos} s.", Cada.TotalSeconds);
            }
        }
    }
}
