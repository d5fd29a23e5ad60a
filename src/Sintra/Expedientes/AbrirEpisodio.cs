namespace Sintra.Expedientes;

/// <summary>Begins another file of a person whom the institution attends again, for another event.</summary>
/// <param name="Campos">The minimum record, path → values as typed.</param>
/// <param name="ConIdentidad">Carry the identity over too, as far as the reader has it open.</param>
public sealed record AbrirEpisodio(ExpedienteId Anterior, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, bool ConIdentidad);

/// <summary>The new file points at the earlier one from its first moment; what is carried over is sealed with its own key.</summary>
public sealed class AbrirEpisodioHandler(LectorDeExpediente lector, PropuestaDeEpisodio episodios, AbrirExpedienteHandler abrir)
{
    public async Task<Resultado<ExpedienteId>> EjecutarAsync(AbrirEpisodio orden, CancellationToken ct)
    {
        if (await lector.ConsultarAsync(orden.Anterior, ct) is not { } anterior || !episodios.Puede(anterior.Expediente))
        {
            return new NoExiste();
        }

        if (orden.ConIdentidad && !PropuestaDeEpisodio.TieneIdentidad(anterior))
        {
            return new Falla("con_identidad", "La identidad del expediente anterior ya no está a la vista. Muéstrela otra vez, o continúe sin llevarla.");
        }

        var nuevo = AbrirExpediente.Minimo(orden.Campos) with { EpisodioAnterior = orden.Anterior };
        return await abrir.EjecutarAsync(orden.ConIdentidad ? nuevo with { Paginas = nuevo.Paginas.Append(episodios.Identidad(anterior)).ToDictionary() } : nuevo, ct);
    }
}
