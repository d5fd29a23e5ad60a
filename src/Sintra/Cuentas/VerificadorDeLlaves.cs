using Microsoft.AspNetCore.Identity;

namespace Sintra.Cuentas;

/// <summary>What a browser is asked, and what its answer is compared with, which stays on the server.</summary>
/// <param name="Opciones">JSON for the browser.</param>
public sealed record PreguntaDeLlave(string Opciones, string Estado)
{
    public override string ToString() => nameof(PreguntaDeLlave);
}

/// <summary>
/// Speaks WebAuthn. An interface, and with one implementation, for Identity's handler wants the web, which the core does not know.
/// </summary>
public interface IVerificadorDeLlaves
{
    Task<PreguntaDeLlave> PreguntarAltaAsync(Cuenta cuenta);

    /// <param name="cuenta">Whose passkeys may answer; null for whichever the device offers.</param>
    Task<PreguntaDeLlave> PreguntarUsoAsync(Cuenta? cuenta);

    /// <returns>Null when the answer does not hold: another challenge, origin or site, no person verified, known already.</returns>
    Task<UserPasskeyInfo?> ComprobarAltaAsync(string credencial, string estado, Cuenta cuenta);

    /// <returns>Whose passkey signed and its new counter; null when the answer does not hold, or its counter has not gone on.</returns>
    Task<(Cuenta Cuenta, UserPasskeyInfo Llave)?> ComprobarUsoAsync(string credencial, string estado);

    /// <summary>Which passkey an answer claims to come from, nothing of it checked; null when it cannot be read.</summary>
    byte[]? CredencialDe(string credencial);
}
