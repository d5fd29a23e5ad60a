namespace Sintra.Diccionario;

/// <summary>Everything that was typed for one variable, by part, and where to say what is wrong with it.</summary>
internal sealed class CamposDeVariable(Variable variable, string ruta, DiccionarioVigente diccionario, DateOnly hoy, List<Falla> fallas)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _partes = [];

    public Variable Variable => variable;

    public DiccionarioVigente Diccionario => diccionario;

    public DateOnly Hoy { get; } = hoy;

    /// <summary>The day to which an age refers.</summary>
    public required DateOnly Referida { get; init; }

    public bool TieneFalla { get; private set; }

    public void Agregar(string parte, IReadOnlyList<string> valores) => _partes[parte] = valores;

    public bool Hay(string parte)
    {
        if (_partes.TryGetValue(parte, out var valores))
        {
            for (var i = 0; i < valores.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(valores[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A check box: anything but «no».</summary>
    public bool EstaMarcada(string parte) => Hay(parte) && _partes[parte][0] is not ("false" or "0" or "NO");

    /// <summary>One text, cleaned; null when nothing was typed or when it is wrong (and then it has been said).</summary>
    public string? Uno(string parte, int max = 300, bool variosRenglones = false)
    {
        if (!_partes.TryGetValue(parte, out var valores) || valores.Count == 0)
        {
            return null;
        }

        if (valores.Count > 1)
        {
            return Falla<string>("llegó más de una respuesta; deje una.");
        }

        return Limpio(valores[0], max, variosRenglones);
    }

    /// <summary>Several texts, cleaned; blanks left out.</summary>
    public IEnumerable<string> Varios(string parte) =>
        _partes.GetValueOrDefault(parte, []).Select(v => Limpio(v, 2000, variosRenglones: false)).OfType<string>();

    /// <summary>Says what is wrong, once for each variable.</summary>
    /// <param name="mensaje">Lower case, ends in a full stop, says what to do.</param>
    public T? Falla<T>(Frase mensaje)
    {
        if (!TieneFalla)
        {
            TieneFalla = true;
            fallas.Add(new(ruta, $"{variable.EtiquetaVisible}: {mensaje}"));
        }

        return default;
    }

    private string? Limpio(string? crudo, int max, bool variosRenglones)
    {
        if (string.IsNullOrEmpty(crudo))
        {
            return null;
        }

        return TextoLimpio.Limpiar(crudo, max, variosRenglones, out var limpio) is { } problema
            ? Falla<string>(problema)
            : limpio.Length == 0 ? null : limpio;
    }
}
