using Sintra.Diccionario;

namespace Sintra.Seguimiento;

/// <summary>The answer to a closed question as a typed row keeps it: a code, or the reason there is none.</summary>
/// <param name="Codigo">Null exactly when <paramref name="Estado"/> is not R.</param>
public readonly record struct RespuestaCodificada(string? Codigo, EstadoDeRespuesta Estado)
{
    public static readonly RespuestaCodificada NoSePregunto = new(null, EstadoDeRespuesta.NP);

    /// <summary>The option's code, or the answer state it really is.</summary>
    public static RespuestaCodificada De(Opcion opcion) => opcion.Estado is { } estado ? new(null, estado) : new(opcion.Codigo, EstadoDeRespuesta.R);
}
