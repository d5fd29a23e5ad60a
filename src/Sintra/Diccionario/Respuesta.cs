namespace Sintra.Diccionario;

/// <summary>An answer is never «empty = unknown».</summary>
public enum EstadoDeRespuesta
{
    /// <summary>Answered: there is a value.</summary>
    R,

    /// <summary>No sabe.</summary>
    NS,

    /// <summary>Prefirió no contestar.</summary>
    NC,

    /// <summary>No aplica.</summary>
    NA,

    /// <summary>No se preguntó (por ahora): pending, satisfies no requirement.</summary>
    NP,
}

/// <summary>The value of an answer; which subtype follows from the variable's type.</summary>
public abstract record Valor;

/// <summary>texto_corto, texto_largo, telefono, correo, curp.</summary>
public sealed record ValorDeTexto(string Texto) : Valor;

/// <summary>entero, decimal.</summary>
public sealed record ValorDeNumero(decimal Numero) : Valor;

/// <summary>opcion, si_no.</summary>
public sealed record ValorDeOpcion(string Codigo) : Valor;

/// <summary>opciones: codes in the order of the catalogue, without repetition.</summary>
public sealed record ValorDeOpciones(IReadOnlyList<string> Codigos) : Valor
{
    public bool Equals(ValorDeOpciones? otro) => otro is not null && Codigos.SequenceEqual(otro.Codigos);

    public override int GetHashCode() => Codigos.Aggregate(0, HashCode.Combine);
}

/// <summary>fecha.</summary>
public sealed record ValorDeFecha(DateOnly Fecha) : Valor;

/// <summary>fecha_parcial.</summary>
public sealed record ValorDeFechaParcial(FechaParcial Fecha) : Valor;

/// <summary>periodo_parcial.</summary>
public sealed record ValorDePeriodo(PeriodoParcial Periodo) : Valor;

/// <summary>lugar.</summary>
public sealed record ValorDeLugar(Lugar Lugar) : Valor;

/// <summary>edad.</summary>
public sealed record ValorDeEdad(Edad Edad) : Valor;

/// <summary>referencia: the id of a row of the kind that <see cref="Variable.ReferenciaA"/> names; a row number for a group of the same file.</summary>
public sealed record ValorDeReferencia(string Id) : Valor;

/// <summary>There is a value, sealed, and this reader has not opened it.</summary>
public sealed record ValorProtegido : Valor
{
    public static readonly ValorProtegido Unico = new();
}

/// <summary>One answer: a value, or the reason there is none. An unanswered question has no <see cref="Respuesta"/> at all.</summary>
public sealed record Respuesta
{
    private Respuesta(EstadoDeRespuesta estado, Valor? valor) => (Estado, Valor) = (estado, valor);

    public EstadoDeRespuesta Estado { get; }

    /// <summary>Not null exactly when <see cref="Estado"/> is R.</summary>
    public Valor? Valor { get; }

    public static Respuesta Con(Valor valor) => new(EstadoDeRespuesta.R, valor);

    public static Respuesta Sin(EstadoDeRespuesta estado) => estado == EstadoDeRespuesta.R
        ? throw new ArgumentException("R has a value.", nameof(estado))
        : new(estado, null);

    /// <summary>NS, NC and NA satisfy M, R and C; NP and no answer satisfy none.</summary>
    public bool Satisface => Estado != EstadoDeRespuesta.NP;
}

/// <summary>A row of a repeatable group.</summary>
/// <param name="Numero">From 1, never reused within the file: other rows may refer to it.</param>
public sealed record Fila(int Numero, IReadOnlyDictionary<string, Respuesta> Respuestas);

/// <summary>What was answered on a page (or on several): single answers and the rows of its groups.</summary>
public sealed record Respuestas(
    IReadOnlyDictionary<string, Respuesta> Unicas,
    IReadOnlyDictionary<string, IReadOnlyList<Fila>> Filas)
{
    public static readonly Respuestas Vacias = new(new Dictionary<string, Respuesta>(), new Dictionary<string, IReadOnlyList<Fila>>());
}
