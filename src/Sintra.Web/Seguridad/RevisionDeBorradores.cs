using System.Data.Common;
using Sintra.Expedientes;

namespace Sintra.Web.Seguridad;

/// <summary>Each hour tells of what is about to expire and purges what has. Several nodes may do it at once: a file is given up by one.</summary>
internal sealed class RevisionDeBorradores(IServiceScopeFactory alcances, TimeProvider reloj, ModoDePractica modo, ILogger<RevisionDeBorradores> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Where nobody is real drafts are made with the system and go with it.
        using var compas = new PeriodicTimer(Cada, reloj);
        while (!modo.Activo && await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var alcance = alcances.CreateAsyncScope();
                var hecho = await alcance.ServiceProvider.GetRequiredService<RevisarBorradoresHandler>().EjecutarAsync(stoppingToken);
                if (hecho is not { Avisados: 0, Purgados: 0, Descartados: 0 })
                {
                    registro.LogInformation("Drafts: {Avisados} accounts were told, {Purgados} were purged, {Descartados} files were given up.", hecho.Avisados, hecho.Purgados, hecho.Descartados);
                }
            }
            catch (Exception causa) when (causa is DbException or DbUpdateException or TimeoutException or InvalidOperationException)
            {
                registro.LogError(causa, "Drafts could not be reviewed; it is tried again in an hour.");
            }
        }
    }
}
