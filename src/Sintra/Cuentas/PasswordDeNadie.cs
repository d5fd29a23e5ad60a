using Microsoft.AspNetCore.Identity;

namespace Sintra.Cuentas;

/// <summary>A hash that no password opens, checked where there is none to check: a missing account takes as long as a present one.</summary>
public sealed class PasswordDeNadie
{
    private readonly IPasswordHasher<Cuenta> _hasher;
    private readonly string _hash;

    public PasswordDeNadie(IPasswordHasher<Cuenta> hasher)
    {
        _hasher = hasher;
        _hash = hasher.HashPassword(null!, SecretoOpaco.Nuevo().Texto);
    }

    public void Verificar(string password) => _hasher.VerifyHashedPassword(null!, _hash, password);
}
