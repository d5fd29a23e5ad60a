using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// The condition with which a file begins. «calidad» is the one field of an entity asked on a generic page: which values may open the
/// history, and with which permission, is data (<c>transiciones_calidad.csv</c>, rows without «de»); none of which the dictionary asks more, an
/// authority or a date, than the page on which a file begins can take.
/// </summary>
public sealed class CalidadAlNacer(DiccionarioVigente diccionario, Sesion sesion)
{
    public const string Clave = "calidad";

    private static readonly Falla SeAsientaDespues = new(
        Clave, "Calidad de la persona: esa calidad se asienta después, con su fecha y autoridad; elija posible o probable víctima.");

    /// <summary>What whoever captures may not say.</summary>
    public IEnumerable<Falla> Reparos(Respuestas respuestas) => Dicha(respuestas) switch
    {
        null => [],
        var codigo when Nacimiento(codigo) is null => [SeAsientaDespues],
        var codigo when !sesion.Puede(Nacimiento(codigo)!.Permiso) =>
            [new(Clave, "Calidad de la persona: su perfil no asienta determinaciones; elija posible o probable víctima.")],
        _ => [],
    };

    /// <summary>What a file may not be registered with, whoever said it and whenever.</summary>
    public IEnumerable<Falla> AlRegistrar(Respuestas respuestas) => Dicha(respuestas) is { } codigo && Nacimiento(codigo) is null ? [SeAsientaDespues] : [];

    private static string? Dicha(Respuestas respuestas) => (respuestas.Unicas.GetValueOrDefault(Clave)?.Valor as ValorDeOpcion)?.Codigo;

    private Transicion? Nacimiento(string codigo) => PideMas(codigo) ? null : diccionario.Transicion("calidad", null, codigo);

    // What its own screen demands while it is the condition, and no page of the file asks.
    private bool PideMas(string codigo)
    {
        var contexto = new ContextoDeCondicion(diccionario, new Dictionary<string, Respuesta> { [Clave] = Respuesta.Con(new ValorDeOpcion(codigo)) });
        return diccionario.DeEntidad(DeterminarCalidadHandler.Grupo).Any(v => v.Pagina is null && EscrituraDeEntidad.PideValor(v) && Reglas.EsVisible(v, contexto));
    }
}
