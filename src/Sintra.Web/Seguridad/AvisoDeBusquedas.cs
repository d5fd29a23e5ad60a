using System.Data.Common;
using Sintra.Consulta;

namespace Sintra.Web.Seguridad;

/// <summary>Each hour tells whose week is over how many files their kept searches have. Several nodes may do it at once: a search is told by one.</summary>
internal sealed class AvisoDeBusquedas(IServiceScopeFactory alcances, TimeProvider reloj, ModoDePractica modo, ILogger<AvisoDeBusquedas> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Where nobody is real nobody is written to.
        using var compas = new PeriodicTimer(Cada, reloj);
        while (!modo.Activo && await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var alcance = alcances.CreateAsyncScope();
                var hecho = await alcance.ServiceProvider.GetRequiredService<AvisarBusquedasHandler>().EjecutarAsync(stoppingToken);
                if (hecho.Avisadas > 0)
                {
                    registro.LogInformation("Saved searches: {Avisadas} were told of, {Omitidas} were left out.", hecho.Avisadas, hecho.Omitidas);
                }
            }
            catch (Exception causa) when (causa is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "Saved searches could not be told of; it is tried again in an hour.");
            }
        }
    }
}
