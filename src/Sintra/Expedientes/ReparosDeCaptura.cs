using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What a capture may not say, whoever brings it: the same when a file begins and when a page of it is saved.</summary>
public sealed class ReparosDeCaptura(DiccionarioVigente diccionario, CalidadAlNacer calidad, RepresentadasHandler representadas, Sesion sesion)
{
    private const string Institucion = "institucion_registra";

    // Not knowing them is no answer once the file counts: the legal history begins with the one, lists and figures with the other.
    private static readonly string[] ConValor = [CalidadAlNacer.Clave, "nivel_identificacion"];

    public static readonly Falla NoEditable = new(null, "Este expediente no admite cambios en su estado actual.");

    /// <summary>Whether its state takes changes, as the catalogue of states says.</summary>
    public bool Editable(Expediente expediente) =>
        diccionario.Catalogos["estado_expediente"].Buscar(expediente.Estado.Codigo)?.Atributos.GetValueOrDefault("editable") == "1";

    /// <summary>The institution in whose name a capture is made; null where it does not say.</summary>
    public static string? InstitucionDe(CapturaLeida captura) => (captura.Respuestas.Unicas.GetValueOrDefault(Institucion)?.Valor as ValorDeOpcion)?.Codigo;

    /// <summary>Who captured for another writes on while it represents it: null when it may, or did not.</summary>
    public async Task<Falla?> SinRepresentacionAsync(Expediente expediente, CancellationToken ct) =>
        expediente.InstitucionQueCaptura != sesion.Institucion || await representadas.RepresentaAsync(expediente.Institucion, ct)
            ? null
            : new(Institucion, $"{diccionario[Institucion].EtiquetaVisible}: la representación con que se capturó este expediente ya no está vigente. Lo capturado se conserva; pida que la renueven, o que lo continúe la institución representada.");

    /// <summary>
    /// Why nothing more is recorded of a file, in whatever state it may be written: it was voided or blocked (of a draft that was given up even
    /// the key is gone), or who captured it for another no longer represents that one.
    /// </summary>
    public async Task<Falla?> ReparoAlAsentarAsync(Expediente expediente, CancellationToken ct) =>
        expediente.Estado is EstadoDeExpediente.Anulado or EstadoDeExpediente.Bloqueado ? NoEditable : await SinRepresentacionAsync(expediente, ct);

    /// <param name="expediente">Null when it is about to begin.</param>
    /// <param name="representadas">In whose name one may begin it, besides one's own.</param>
    /// <param name="antes">What it says now; null when it says nothing.</param>
    public IReadOnlyList<Falla> De(CapturaLeida captura, Expediente? expediente, IReadOnlyCollection<string>? representadas = null, Respuestas? antes = null) =>
    [
        .. captura.Fallas,
        .. OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, antes ?? Respuestas.Vacias),
        .. calidad.Reparos(captura.Respuestas),
        .. Ajena(captura, expediente, representadas ?? []),
        .. expediente is null or { RegistradoEn: null } ? [] : SinValor(captura.Respuestas),
    ];

    /// <summary>Answers with a reason in the place of the value that a registered file must have.</summary>
    public IEnumerable<Falla> SinValor(Respuestas respuestas) => ConValor
        .Where(clave => respuestas.Unicas.GetValueOrDefault(clave) is { Valor: null })
        .Select(clave => new Falla(clave, $"{diccionario[clave].EtiquetaVisible}: elija una de las opciones; un expediente registrado no puede quedar con «No sabe»."));

    /// <summary>What stands in the way of counting it, though it was answered.</summary>
    public IEnumerable<Falla> AlRegistrar(Respuestas respuestas) => SinValor(respuestas).Concat(calidad.AlRegistrar(respuestas));

    // The institution of a file is who began it, or in whose name it was begun; another gets access, not authorship.
    private IEnumerable<Falla> Ajena(CapturaLeida captura, Expediente? expediente, IReadOnlyCollection<string> representadas)
    {
        if (!captura.Respuestas.Unicas.ContainsKey(Institucion))
        {
            yield break;
        }

        var dicha = InstitucionDe(captura);
        if (expediente is not null ? dicha != expediente.Institucion : dicha != sesion.Institucion && !representadas.Contains(dicha))
        {
            yield return new(Institucion, (expediente is null || expediente.Institucion == sesion.Institucion)
                ? (Frase)$"{diccionario[Institucion].EtiquetaVisible}: sólo puede registrar a nombre de su propia institución, o de otra mientras esté vigente su representación."
                : $"{diccionario[Institucion].EtiquetaVisible}: es la del expediente y aquí no se cambia.");
        }
    }
}
