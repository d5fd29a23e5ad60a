namespace Sintra.Comun;

/// <summary>What a use case could not do, in words an official can act on.</summary>
/// <param name="Campo">
/// Name of the field at fault: a property of the order, or the path of a variable (<c>edad_registro</c>, <c>explotacion[2].forma</c>).
/// Null when the fault is of the whole order.
/// </param>
/// <param name="Frase">Says what to do, never repeats what was typed.</param>
public sealed record Falla(string? Campo, Frase Frase)
{
    /// <summary>In the reader's language.</summary>
    public string Mensaje => Frase.ToString();
}

/// <summary>
/// Outcome of a use case: a value, or the reasons there is none.
/// Exceptions are kept for what nobody foresaw.
/// </summary>
public sealed class Resultado<T>
{
    private Resultado(T? valor, IReadOnlyList<Falla> fallas, bool noExiste) =>
        (Valor, Fallas, NoExiste) = (valor, fallas, noExiste);

    public T? Valor { get; }

    public IReadOnlyList<Falla> Fallas { get; }

    /// <summary>True also when the record exists out of the caller's reach: nobody learns which.</summary>
    public bool NoExiste { get; }

    public bool EsExito => !NoExiste && Fallas.Count == 0;

    /// <summary>Success, for values whose type is an interface (no implicit conversion is possible there).</summary>
    public static Resultado<T> Con(T valor) => new(valor, [], noExiste: false);

    public static Resultado<T> ConFallas(IReadOnlyList<Falla> fallas) => new(default, fallas, noExiste: false);

    public static implicit operator Resultado<T>(T valor) => new(valor, [], noExiste: false);

    public static implicit operator Resultado<T>(Falla falla) => new(default, [falla], noExiste: false);

    public static implicit operator Resultado<T>(NoExiste _) => new(default, [], noExiste: true);
}

public readonly record struct NoExiste;
