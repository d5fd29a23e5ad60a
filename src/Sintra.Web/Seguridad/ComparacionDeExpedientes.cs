using System.Data.Common;
using Sintra.Personas;

namespace Sintra.Web.Seguridad;

/// <summary>Compares what waits, away from the requests that saved it. Several nodes may do it at once: a pair has one row, and the second to store it tries again.</summary>
internal sealed class ComparacionDeExpedientes(IServiceScopeFactory alcances, TimeProvider reloj, ILogger<ComparacionDeExpedientes> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var compas = new PeriodicTimer(Cada, reloj);
        while (await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var alcance = alcances.CreateAsyncScope();
                var hecho = await alcance.ServiceProvider.GetRequiredService<CompararExpedientesHandler>().EjecutarAsync(stoppingToken);
                if (hecho.SinAbrir > 0)
                {
                    registro.LogError("Persons: {SinAbrir} files do not open, and were compared with nobody. Are the keys this installation's?", hecho.SinAbrir);
                }

                if (hecho.Comparados > 0)
                {
                    registro.LogInformation("Persons: {Comparados} files were compared, {Sugerencias} pairs wait for review.", hecho.Comparados, hecho.Sugerencias);
                }
            }
            catch (Exception causa) when (causa is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "Files could not be compared; it is tried again in half a minute.");
            }
        }
    }
}
