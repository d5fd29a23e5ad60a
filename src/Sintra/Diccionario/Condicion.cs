namespace Sintra.Diccionario;

/// <summary>Where a condition looks its names up: the same row or entity first, then file, person, event.</summary>
public interface IContextoDeCondicion
{
    /// <summary>The answer, or null when there is none.</summary>
    Respuesta? Buscar(string clave);
}

/// <summary>A condition of the dictionary, parsed; its grammar stands in the dictionary's README.</summary>
public abstract record Condicion
{
    /// <exception cref="FormatException">Not of the grammar; the message says where.</exception>
    public static Condicion Analizar(string texto) => throw new NotImplementedException(texto);

    /// <summary>Every test is false without a value, so «not x = A» holds while x is unknown.</summary>
    public abstract bool SeCumple(IContextoDeCondicion contexto);
}
