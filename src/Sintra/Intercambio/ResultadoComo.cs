namespace Sintra.Intercambio;

internal static class ResultadoComo
{
    /// <summary>The same outcome with its value seen as something else.</summary>
    public static Resultado<TOtro> Como<T, TOtro>(this Resultado<T> resultado, Func<T, TOtro> ver) => resultado switch
    {
        { NoExiste: true } => new NoExiste(),
        { EsExito: false } => Resultado<TOtro>.ConFallas(resultado.Fallas),
        _ => ver(resultado.Valor!),
    };
}
