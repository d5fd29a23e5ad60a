namespace Sintra.Cuentas;

/// <summary>Settings <c>Acceso:…</c> that say what opens an account.</summary>
public sealed record OpcionesDeAcceso
{
    /// <summary>
    /// A privileged profile works only in a session that a passkey has proved, which no imitation of the site can get out of anybody
    /// (NIST SP 800-63B, phishing resistance). Until then it reaches the page where one is registered or used.
    /// </summary>
    public bool LlaveObligatoria { get; init; }
}
