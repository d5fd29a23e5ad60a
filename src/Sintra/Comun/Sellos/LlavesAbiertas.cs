namespace Sintra.Comun.Sellos;

/// <summary>
/// Keeps the last data key asked for unwrapped while a use case lasts: it closes or opens a dozen values of one owner, one after another.
/// One a scope; its end wipes the key.
/// </summary>
public sealed class LlavesAbiertas(Sellos sellos) : IDisposable
{
    private (Guid Dueno, ClaseDeLlave Clase, int Version) _cual;
    private LlaveAbierta? _abierta;

    /// <returns>To be used at once and not kept: the next key asked for closes it.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row is damaged, or its key of the ring is missing.</exception>
    public LlaveAbierta Abrir(LlaveDeDatos llave)
    {
        var cual = (llave.Dueno, llave.Clase, llave.Version);
        if (_abierta is null || _cual != cual)
        {
            Dispose();
            (_abierta, _cual) = (sellos.AbrirLlave(llave), cual);
        }

        return _abierta;
    }

    public void Dispose()
    {
        _abierta?.Dispose();
        _abierta = null;
    }
}
