namespace Sintra.Cuentas;

/// <summary>
/// Where people reach this installation; links in messages begin with it.
/// Configured, never taken from a request: whoever forges a Host header would get the links sent to their own site.
/// </summary>
public sealed record DireccionPublica(Uri Raiz)
{
    public bool EsSegura => Raiz.Scheme == Uri.UriSchemeHttps;

    public Uri DeBienvenida(SecretoOpaco secreto) => new(Raiz, $"/bienvenida/{secreto.Texto}");
}
