namespace Sintra.Diccionario;

/// <summary>Where a condition looks its names up: the same row or entity first, then file, person, event.</summary>
public interface IContextoDeCondicion
{
    /// <summary>The answer, or null when there is none.</summary>
    Respuesta? Buscar(string clave);
}

/// <summary>A condition of the dictionary, parsed; its grammar stands in the dictionary's README. <c>ToString</c> writes it back.</summary>
public abstract record Condicion
{
    /// <exception cref="FormatException">Not of the grammar; the message says where.</exception>
    public static Condicion Analizar(string texto) => new AnalizadorDeCondicion(texto).Analizar();

    /// <summary>Every test is false without a value, so «not x = A» holds while x is unknown.</summary>
    public abstract bool SeCumple(IContextoDeCondicion contexto);

    /// <summary>Keys of the variables it names, repetitions included.</summary>
    public abstract IEnumerable<string> Referencias { get; }

    // In brackets where it would otherwise bind looser than what stands around it.
    private protected static string EntreParentesis(Condicion condicion, bool poner) => poner ? $"({condicion})" : condicion.ToString()!;
}

/// <summary>Both hold.</summary>
public sealed record CondicionY(Condicion Izquierda, Condicion Derecha) : Condicion
{
    public override bool SeCumple(IContextoDeCondicion contexto) => Izquierda.SeCumple(contexto) && Derecha.SeCumple(contexto);

    public override IEnumerable<string> Referencias => [.. Izquierda.Referencias, .. Derecha.Referencias];

    public override string ToString() =>
        $"{EntreParentesis(Izquierda, Izquierda is CondicionO)} and {EntreParentesis(Derecha, Derecha is CondicionO or CondicionY)}";
}

/// <summary>One holds at least.</summary>
public sealed record CondicionO(Condicion Izquierda, Condicion Derecha) : Condicion
{
    public override bool SeCumple(IContextoDeCondicion contexto) => Izquierda.SeCumple(contexto) || Derecha.SeCumple(contexto);

    public override IEnumerable<string> Referencias => [.. Izquierda.Referencias, .. Derecha.Referencias];

    public override string ToString() => $"{Izquierda} or {EntreParentesis(Derecha, Derecha is CondicionO)}";
}

/// <summary>It does not hold.</summary>
public sealed record CondicionNo(Condicion Negada) : Condicion
{
    public override bool SeCumple(IContextoDeCondicion contexto) => !Negada.SeCumple(contexto);

    public override IEnumerable<string> Referencias => Negada.Referencias;

    public override string ToString() => $"not {EntreParentesis(Negada, Negada is CondicionY or CondicionO)}";
}

/// <summary>There is a value.</summary>
public sealed record CondicionDeLleno(ReferenciaDeCondicion Referencia) : Condicion
{
    public override bool SeCumple(IContextoDeCondicion contexto) => Referencia.Codigos(contexto) is not null;

    public override IEnumerable<string> Referencias => [Referencia.Clave];

    public override string ToString() => $"{Referencia} lleno";
}

/// <summary>The value is one of these codes; of several answers, one of them is.</summary>
/// <param name="Codigos">One or more; one is written with «=».</param>
public sealed record CondicionDeCodigo(ReferenciaDeCondicion Referencia, IReadOnlyList<string> Codigos) : Condicion
{
    public override bool SeCumple(IContextoDeCondicion contexto)
    {
        foreach (var codigo in Referencia.Codigos(contexto) ?? [])
        {
            if (Codigos.Contains(codigo))
            {
                return true;
            }
        }

        return false;
    }

    public override IEnumerable<string> Referencias => [Referencia.Clave];

    public bool Equals(CondicionDeCodigo? otra) => otra is not null && Referencia == otra.Referencia && Codigos.SequenceEqual(otra.Codigos);

    public override int GetHashCode() => Codigos.Aggregate(Referencia.GetHashCode(), HashCode.Combine);

    public override string ToString() => Codigos.Count == 1 ? $"{Referencia} = {Codigos[0]}" : $"{Referencia} in ({string.Join(',', Codigos)})";
}

/// <summary>A variable, or one level of a place.</summary>
/// <param name="Nivel"><c>pais</c>, <c>entidad</c>, <c>municipio</c>, <c>localidad</c>; null for the whole answer.</param>
public sealed record ReferenciaDeCondicion(string Clave, string? Nivel = null)
{
    internal static readonly string[] Niveles = ["pais", "entidad", "municipio", "localidad"];

    /// <summary>The codes it holds (none for a value that is not a code), or null without a value.</summary>
    internal IReadOnlyList<string>? Codigos(IContextoDeCondicion contexto) => (contexto.Buscar(Clave)?.Valor, Nivel) switch
    {
        (ValorDeLugar { Lugar: var lugar }, { } nivel) => lugar.Nivel(nivel) is { } codigo ? [codigo] : null,
        (null, _) or (_, not null) => null,
        (ValorDeOpcion opcion, null) => [opcion.Codigo],
        (ValorDeOpciones opciones, null) => opciones.Codigos,
        _ => [],
    };

    public override string ToString() => Nivel is null ? Clave : $"{Clave}.{Nivel}";
}

internal static class NivelesDeLugar
{
    extension(Lugar lugar)
    {
        public string? Nivel(string nivel) => nivel switch
        {
            "pais" => lugar.Pais,
            "entidad" => lugar.Entidad,
            "municipio" => lugar.Municipio,
            _ => lugar.Localidad,
        };
    }
}
