using System.Data.Common;
using Sintra.Diccionario;

namespace Sintra.Web.Operacion;

/// <summary>Takes what another node has published of the dictionary: this one would else go on asking yesterday's questions.</summary>
internal sealed class GuardiaDelDiccionario(FuenteDelDiccionario fuente, TimeProvider reloj, ILogger<GuardiaDelDiccionario> registro) : BackgroundService
{
    private static readonly TimeSpan Cada = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var compas = new PeriodicTimer(Cada, reloj);
        while (await compas.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await fuente.RefrescarAsync(stoppingToken);
            }
            catch (Exception causa) when (causa is DbException or TimeoutException or InvalidOperationException or FormatException)
            {
                registro.LogError(causa, "The dictionary's newest version could not be read; it is tried again in {Segundos} s.", Cada.TotalSeconds);
            }
        }
    }
}
