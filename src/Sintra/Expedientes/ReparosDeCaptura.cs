using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What a capture may not say, whoever brings it: the same when a file begins and when a page of it is saved.</summary>
public sealed class ReparosDeCaptura(DiccionarioVigente diccionario, CalidadAlNacer calidad, Sesion sesion)
{
    private const string Institucion = "institucion_registra";

    // Not knowing them is no answer once the file counts: the legal history begins with the one, lists and figures with the other.
    private static readonly string[] ConValor = [CalidadAlNacer.Clave, "nivel_identificacion"];

    /// <param name="expediente">Null when it is about to begin.</param>
    public IReadOnlyList<Falla> De(CapturaLeida captura, Expediente? expediente) =>
    [
        .. captura.Fallas,
        .. calidad.Reparos(captura.Respuestas),
        .. Ajena(captura.Respuestas, expediente),
        .. expediente is null or { Estado: EstadoDeExpediente.Borrador } ? [] : SinValor(captura.Respuestas),
    ];

    /// <summary>Answers with a reason in the place of the value that a registered file must have.</summary>
    public IEnumerable<Falla> SinValor(Respuestas respuestas) => ConValor
        .Where(clave => respuestas.Unicas.GetValueOrDefault(clave) is { Valor: null })
        .Select(clave => new Falla(clave, $"{diccionario[clave].EtiquetaVisible}: elija una de las opciones; un expediente registrado no puede quedar con «No sabe»."));

    // The institution of a file is who began it; another gets access, not authorship.
    private IEnumerable<Falla> Ajena(Respuestas respuestas, Expediente? expediente)
    {
        if (respuestas.Unicas.TryGetValue(Institucion, out var respuesta)
            && (respuesta.Valor as ValorDeOpcion)?.Codigo != (expediente?.Institucion ?? sesion.Institucion))
        {
            yield return new(Institucion, expediente is null || expediente.Institucion == sesion.Institucion
                ? (Frase)$"{diccionario[Institucion].EtiquetaVisible}: sólo puede registrar a nombre de su propia institución."
                : $"{diccionario[Institucion].EtiquetaVisible}: es la que abrió el expediente y aquí no se cambia.");
        }
    }
}
