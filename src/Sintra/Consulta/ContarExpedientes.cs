namespace Sintra.Consulta;

/// <summary>How many files meet the criteria: exact up to a limit, beyond which it is only said that there are more. Asked apart, so that rows never wait for it.</summary>
public sealed class ContarExpedientesHandler(FiltroDeExpedientes filtro, HalladosPorIdentidad hallados)
{
    public const int Maximo = 10_000;

    /// <returns>One more than <see cref="Maximo"/> when there are more; null when the search by identity has ended.</returns>
    public async Task<int?> EjecutarAsync(CriteriosDeBusqueda criterios, CancellationToken ct)
    {
        var consulta = filtro.De(criterios);
        if (criterios.Identidad is { } identidad)
        {
            if (await hallados.DeAsync(identidad, ct) is not { } hallazgo)
            {
                return null;
            }

            var ids = hallazgo.Expedientes.ToList();
            consulta = consulta.Where(e => ids.Contains(e.Id));
        }

        return await consulta.Select(e => e.Id).Take(Maximo + 1).CountAsync(ct);
    }
}
