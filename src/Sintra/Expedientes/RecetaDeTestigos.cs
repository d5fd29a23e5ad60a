using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// What tokens a file leaves to be found by. Each use (finding it again, finding it misspelt, finding the same person elsewhere) brings its recipe, and
/// every write of a file follows them all in its own transaction.
/// </summary>
public interface IRecetaDeTestigos
{
    /// <summary>Values in clear, by type (at most 20 characters); they are blinded before they are stored.</summary>
    /// <param name="identidad">The single answers that apply today, opened. Nobody is shown any of it.</param>
    IEnumerable<(string Tipo, string Valor)> De(Expediente expediente, IReadOnlyDictionary<string, Respuesta> identidad);
}

/// <summary>What one's own institution searches by before it registers.</summary>
internal sealed class RecetaDeIdentidad : IRecetaDeTestigos
{
    // Who captured it in another's name finds it by a short name too.
    public IEnumerable<(string Tipo, string Valor)> De(Expediente expediente, IReadOnlyDictionary<string, Respuesta> identidad) =>
        new[] { expediente.Institucion, expediente.InstitucionQueCaptura }.OfType<string>().SelectMany(institucion => TestigosDeIdentidad.De(identidad, institucion));
}
