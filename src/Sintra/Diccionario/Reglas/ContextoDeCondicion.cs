namespace Sintra.Diccionario;

/// <summary>
/// Looks a name up in a row, then in the single answers, then in what is derived. An answer whose own question is no longer asked
/// («ya no aplica») counts as none.
/// </summary>
public sealed class ContextoDeCondicion(
    DiccionarioVigente diccionario,
    IReadOnlyDictionary<string, Respuesta> unicas,
    IReadOnlyDictionary<string, Respuesta>? derivadas = null) : IContextoDeCondicion
{
    // No condition of the dictionary depends on itself (a test says so); a wrong one published later must not exhaust the stack.
    private const int ProfundidadMaxima = 20;

    private Fila? _fila;
    private int _profundidad;

    /// <summary>The same, seen from one row of a group.</summary>
    public ContextoDeCondicion DeFila(Fila fila) => new(diccionario, unicas, derivadas) { _fila = fila };

    public Respuesta? Buscar(string clave)
    {
        var respuesta = _fila?.Respuestas.GetValueOrDefault(clave) ?? unicas.GetValueOrDefault(clave);
        if (respuesta is null)
        {
            return derivadas?.GetValueOrDefault(clave);
        }

        return diccionario.Buscar(clave)?.Condicion is not { } condicion || SigueVigente(condicion) ? respuesta : null;
    }

    private bool SigueVigente(Condicion condicion)
    {
        if (_profundidad >= ProfundidadMaxima)
        {
            return false;
        }

        _profundidad++;
        var seCumple = condicion.SeCumple(this);
        _profundidad--;
        return seCumple;
    }
}
