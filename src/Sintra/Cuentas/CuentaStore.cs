using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Sintra.Cuentas;

/// <summary>
/// Where ASP.NET Core Identity keeps accounts. It only marks changes: the use case saves them, together with the fact that tells them.
/// Decision record 0002.
/// </summary>
public sealed class CuentaStore(SintraDb db, Sellos sellos, TimeProvider reloj)
    : IUserPasswordStore<Cuenta>, IUserSecurityStampStore<Cuenta>, IUserTwoFactorStore<Cuenta>, IUserAuthenticatorKeyStore<Cuenta>, IUserTwoFactorRecoveryCodeStore<Cuenta>, IUserPasskeyStore<Cuenta>
{
    public Task<string> GetUserIdAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Correo);

    public Task SetUserNameAsync(Cuenta user, string? userName, CancellationToken cancellationToken)
    {
        user.Correo = userName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.CorreoNormalizado);

    public Task SetNormalizedUserNameAsync(Cuenta user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.CorreoNormalizado = normalizedName!;
        return Task.CompletedTask;
    }

    public Task<IdentityResult> CreateAsync(Cuenta user, CancellationToken cancellationToken)
    {
        db.Cuentas.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(Cuenta user, CancellationToken cancellationToken)
    {
        user.Version = Guid.CreateVersion7();
        return Task.FromResult(IdentityResult.Success);
    }

    /// <exception cref="NotSupportedException">Always: the log names accounts, so they are suspended and never deleted.</exception>
    public Task<IdentityResult> DeleteAsync(Cuenta user, CancellationToken cancellationToken) => throw new NotSupportedException("Accounts are suspended, not deleted.");

    public Task<Cuenta?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        // What a passkey claims to be of comes this way too: whatever is no id is nobody's.
        return CuentaId.TryParse(userId, null, out var id) ? db.Cuentas.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : Task.FromResult<Cuenta?>(null);
    }

    public Task<Cuenta?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Cuentas.SingleOrDefaultAsync(c => c.CorreoNormalizado == normalizedUserName, cancellationToken);

    public Task<string?> GetPasswordHashAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(Cuenta user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Cuenta user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Cuenta user, CancellationToken cancellationToken) => Task.FromResult(user.SegundoFactor);

    public Task SetTwoFactorEnabledAsync(Cuenta user, bool enabled, CancellationToken cancellationToken)
    {
        user.SegundoFactor = enabled;
        return Task.CompletedTask;
    }

    public async Task<string?> GetAuthenticatorKeyAsync(Cuenta user, CancellationToken cancellationToken) =>
        user.Autenticador is { } sellado ? sellos.AbrirTexto(await LlaveAsync(user, cancellationToken), SitioDe(user), sellado) : null;

    public async Task SetAuthenticatorKeyAsync(Cuenta user, string key, CancellationToken cancellationToken) =>
        user.Autenticador = sellos.Sellar(await LlaveAsync(user, cancellationToken), SitioDe(user), key);

    public async Task ReplaceCodesAsync(Cuenta user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        foreach (var viejo in await VigentesAsync(user, cancellationToken))
        {
            viejo.UsadoEn = reloj.Ahora;
        }

        var sal = RandomNumberGenerator.GetBytes(16);
        db.CodigosDeRecuperacion.AddRange(recoveryCodes.Select(codigo => new CodigoDeRecuperacion
        {
            Cuenta = user.Id,
            Sal = sal,
            Hash = CodigoDeRecuperacion.Derivar(codigo, sal),
        }));
    }

    public async Task<bool> RedeemCodeAsync(Cuenta user, string code, CancellationToken cancellationToken)
    {
        var vigentes = await VigentesAsync(user, cancellationToken);
        var hash = CodigoDeRecuperacion.Derivar(code, vigentes.Count > 0 ? vigentes[0].Sal : new byte[16]);
        var hallado = vigentes.SingleOrDefault(c => CryptographicOperations.FixedTimeEquals(c.Hash, hash));
        hallado?.UsadoEn = reloj.Ahora;
        return hallado is not null;
    }

    public Task<int> CountCodesAsync(Cuenta user, CancellationToken cancellationToken) =>
        db.CodigosDeRecuperacion.CountAsync(c => c.Cuenta == user.Id && c.UsadoEn == null, cancellationToken);

    public async Task AddOrUpdatePasskeyAsync(Cuenta user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await LlaveDeAccesoAsync(user, passkey.CredentialId, cancellationToken) is { } existente)
        {
            existente.SeUso(passkey, reloj.Ahora);
        }
        else
        {
            db.LlavesDeAcceso.Add(LlaveDeAcceso.De(user.Id, passkey, reloj.Ahora));
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Cuenta user, CancellationToken cancellationToken) =>
        [.. (await db.LlavesDeAcceso.AsNoTracking().VigentesDe(user.Id).ToListAsync(cancellationToken)).Select(l => l.ParaIdentity())];

    /// <summary>Whose it is or was: one that was revoked is not registered again.</summary>
    public Task<Cuenta?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var llaves = db.LlavesDeAcceso;
        return db.Cuentas.SingleOrDefaultAsync(c => llaves.Any(l => l.Cuenta == c.Id && l.Credencial == credentialId), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Cuenta user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await LlaveDeAccesoAsync(user, credentialId, cancellationToken))?.ParaIdentity();

    public async Task RemovePasskeyAsync(Cuenta user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await LlaveDeAccesoAsync(user, credentialId, cancellationToken) is { } llave)
        {
            llave.RevocadaEn = reloj.Ahora;
        }
    }

    public void Dispose()
    {
        // The context belongs to its scope.
    }

    private Task<LlaveDeAcceso?> LlaveDeAccesoAsync(Cuenta cuenta, byte[] credencial, CancellationToken ct) =>
        db.LlavesDeAcceso.VigentesDe(cuenta.Id).SingleOrDefaultAsync(l => l.Credencial == credencial, ct);

    private Task<List<CodigoDeRecuperacion>> VigentesAsync(Cuenta cuenta, CancellationToken ct) =>
        db.CodigosDeRecuperacion.Where(c => c.Cuenta == cuenta.Id && c.UsadoEn == null).ToListAsync(ct);

    // The account's data key, made the first time.
    private async Task<LlaveDeDatos> LlaveAsync(Cuenta cuenta, CancellationToken ct)
    {
        if (await db.Set<LlaveDeDatos>().FindAsync([cuenta.Id.Valor, ClaseDeLlave.Cuenta, 1], ct) is { } existente)
        {
            return existente;
        }

        var nueva = sellos.NuevaLlave(cuenta.Id.Valor, ClaseDeLlave.Cuenta);
        db.Add(nueva);
        return nueva;
    }

    private static Sitio SitioDe(Cuenta cuenta) => new("cuenta", "autenticador", cuenta.Id.ToString());
}
