namespace Sintra.Diccionario;

/// <summary>Finds an option of a long catalogue by the name a person typed, accents and capitals apart.</summary>
internal sealed class BuscadorDeNombres
{
    private const int MaximoDeSugerencias = 5;

    // Other names by which a row is known; the label comes first.
    private static readonly string[] OtrosNombres = ["nombre_oficial", "otro_nombre", "nacionalidad_es", "alpha3", "iso_639_3", "abreviatura_inegi"];

    private readonly (string Nombre, Opcion Opcion)[] _todos;
    private readonly ILookup<string, Opcion> _porNombre;
    private readonly ILookup<string, Opcion> _porOtroNombre;

    public BuscadorDeNombres(IEnumerable<Opcion> opciones)
    {
        _todos = [.. opciones.Select(o => (TextoLimpio.ParaComparar(o.Nombre), o))];
        _porNombre = _todos.ToLookup(t => t.Nombre, t => t.Opcion);
        _porOtroNombre = _todos
            .SelectMany(t => Otros(t.Opcion).Select(otro => (Nombre: TextoLimpio.ParaComparar(otro), t.Opcion)))
            .Distinct()
            .ToLookup(t => t.Nombre, t => t.Opcion);
    }

    /// <summary>The option with that very name, if there is just one.</summary>
    public Opcion? Exacta(string texto)
    {
        if (ConClave(texto) is { } escogida)
        {
            return escogida;
        }

        var nombre = TextoLimpio.ParaComparar(texto);
        return Unica(_porNombre[nombre]) ?? Unica(_porOtroNombre[nombre]);

        static Opcion? Unica(IEnumerable<Opcion> opciones) => opciones.Take(2).ToList() is [var unica] ? unica : null;
    }

    /// <summary>The option with that very name, or the only one that may be chosen and begins so: «Identificada» of «Identificada (se conoce …)».</summary>
    public Opcion? Reconocer(string texto)
    {
        if (Exacta(texto) is { } exacta)
        {
            return exacta;
        }

        var nombre = TextoLimpio.ParaComparar(texto);
        return nombre.Length > 2 && _todos.Where(t => !t.Opcion.Retirada && t.Nombre.StartsWith(nombre, StringComparison.Ordinal)).Take(2).ToList() is [var (_, unica)] ? unica : null;
    }

    /// <param name="filtro">Only among these, e.g. the municipalities of a state.</param>
    /// <returns>The option, or up to five that come near.</returns>
    public (Opcion? Opcion, IReadOnlyList<Opcion> Cercanas) Buscar(string texto, Func<Opcion, bool>? filtro = null)
    {
        if (ConClave(texto) is { } escogida && (filtro?.Invoke(escogida) ?? true))
        {
            return (escogida, []);
        }

        var nombre = TextoLimpio.ParaComparar(texto);
        foreach (var indice in (ReadOnlySpan<ILookup<string, Opcion>>)[_porNombre, _porOtroNombre])
        {
            var iguales = indice[nombre].Where(filtro ?? (_ => true)).Take(MaximoDeSugerencias).ToList();
            if (iguales.Count > 0)
            {
                return iguales.Count == 1 ? (iguales[0], []) : (null, iguales);
            }
        }

        return (null, nombre.Length is 0 or > 100 ? [] : Cercanas(nombre, filtro));
    }

    /// <summary>Another option (of the same state, among municipalities) is called alike.</summary>
    public bool SeRepite(Opcion opcion) =>
        _porNombre[TextoLimpio.ParaComparar(opcion.Nombre)].Count(o => Entidad(o) == Entidad(opcion)) > 1;

    // «San Juan Mixtepec (20208)», as suggestions and messages write what has a namesake.
    private Opcion? ConClave(string texto)
    {
        var abre = texto.EndsWith(')') ? texto.LastIndexOf('(') : -1;
        return abre > 0
            ? _porNombre[TextoLimpio.ParaComparar(texto[..abre])].FirstOrDefault(o => o.Codigo.AsSpan().Equals(texto.AsSpan(abre + 1).TrimEnd(')'), StringComparison.Ordinal))
            : null;
    }

    private static string? Entidad(Opcion opcion) => opcion.Atributos.GetValueOrDefault("cve_ent");

    private Opcion[] Cercanas(string nombre, Func<Opcion, bool>? filtro) =>
    [
        .. _todos
            .Where(t => filtro?.Invoke(t.Opcion) ?? true)
            .Select(t => (t.Opcion, Distancia: Distancia(nombre, t.Nombre)))
            .Where(t => t.Distancia <= Math.Max(2, nombre.Length / 3))
            .OrderBy(t => t.Distancia)
            .ThenBy(t => t.Opcion.Nombre, StringComparer.Ordinal)
            .Take(MaximoDeSugerencias)
            .Select(t => t.Opcion),
    ];

    private static IEnumerable<string> Otros(Opcion opcion) =>
        OtrosNombres.Select(c => opcion.Atributos.GetValueOrDefault(c)).OfType<string>().Append(opcion.NombreEn).Append(opcion.Codigo);

    // What begins or holds what was typed is near; the rest by Levenshtein's distance.
    private static int Distancia(string tecleado, string nombre)
    {
        if (nombre.StartsWith(tecleado, StringComparison.Ordinal))
        {
            return 0;
        }

        if (tecleado.Length > 2 && nombre.Contains(tecleado, StringComparison.Ordinal))
        {
            return 1;
        }

        if (Math.Abs(tecleado.Length - nombre.Length) > tecleado.Length / 2)
        {
            return int.MaxValue;
        }

        Span<int> renglon = stackalloc int[nombre.Length + 1];
        for (var j = 0; j <= nombre.Length; j++)
        {
            renglon[j] = j;
        }

        for (var i = 1; i <= tecleado.Length; i++)
        {
            var diagonal = renglon[0];
            renglon[0] = i;
            for (var j = 1; j <= nombre.Length; j++)
            {
                var sustituir = diagonal + (tecleado[i - 1] == nombre[j - 1] ? 0 : 1);
                diagonal = renglon[j];
                renglon[j] = Math.Min(sustituir, 1 + Math.Min(renglon[j], renglon[j - 1]));
            }
        }

        return renglon[nombre.Length];
    }
}
