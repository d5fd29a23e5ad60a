using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sintra.Cuentas;

/// <summary>Identity's manager with what SINTRA does its own way: recovery codes of 80 bits, TOTP that serves once, passwords in one form.</summary>
public sealed class CuentaManager(
    IUserStore<Cuenta> store,
    IOptions<IdentityOptions> opciones,
    IPasswordHasher<Cuenta> hasher,
    IEnumerable<IUserValidator<Cuenta>> validadores,
    IEnumerable<IPasswordValidator<Cuenta>> politicas,
    ILookupNormalizer normalizador,
    IdentityErrorDescriber errores,
    IServiceProvider servicios,
    ILogger<CuentaManager> log,
    SintraDb db,
    TimeProvider reloj)
    : UserManager<Cuenta>(store, opciones, hasher, validadores, politicas, normalizador, errores, servicios, log)
{
    /// <summary>Recovery codes handed out at a time.</summary>
    public const int CodigosPorTanda = 10;

    /// <summary>The same letters may reach us composed or not, according to the keyboard (NIST SP 800-63B, 3.1.1.2: NFKC).</summary>
    public static string EnUnaForma(string password) => password.Normalize(System.Text.NormalizationForm.FormKC);

    /// <summary>
    /// Spends a TOTP code: true once a code, whatever arrives at the same time.
    /// The step is taken by one conditional UPDATE, outside the unit of work on purpose: a code seen is a code spent, even when the rest fails.
    /// </summary>
    public async Task<bool> GastarTotpAsync(Cuenta cuenta, string codigo, CancellationToken ct)
    {
        var limpio = new string([.. codigo.Where(char.IsAsciiDigit)]);
        if (limpio.Length != Totp.Digitos || await GetAuthenticatorKeyAsync(cuenta) is not { } secreto)
        {
            return false;
        }

        if (Totp.Verificar(Totp.DeBase32(secreto), limpio, reloj.Ahora, cuenta.UltimoPaso) is not { } paso)
        {
            return false;
        }

        var id = cuenta.Id;
        return await db.Cuentas
            .Where(c => c.Id == id && (c.UltimoPaso == null || c.UltimoPaso < paso))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UltimoPaso, (long?)paso), ct) == 1;
    }

    /// <summary>Whether a password alone does not open it.</summary>
    public async Task<bool> TieneFactorAsync(Cuenta cuenta, CancellationToken ct) =>
        cuenta.SegundoFactor || await db.LlavesDeAcceso.VigentesDe(cuenta.Id).AnyAsync(ct);

    protected override string CreateTwoFactorRecoveryCode() => CodigoDeRecuperacion.Nuevo();
}

internal static class ResultadoDeIdentity
{
    /// <summary>For what our own checks have already made sure of.</summary>
    /// <exception cref="InvalidOperationException">Identity refused all the same; the message carries its codes, no data.</exception>
    public static void Exigir(this IdentityResult resultado)
    {
        if (!resultado.Succeeded)
        {
            throw new InvalidOperationException($"Identity refused: {string.Join(", ", resultado.Errors.Select(e => e.Code))}");
        }
    }
}
