using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Sintra.Cuentas;

namespace Sintra.Practica;

/// <summary>An account of practice and what its user types to enter.</summary>
public sealed record CredencialDePractica(string Perfil, string Nombre, string Institucion, string Correo, string Password)
{
    public override string ToString() => nameof(CredencialDePractica);
}

/// <summary>One active account for each profile there is, in an institution where it has something to do.</summary>
public sealed class CuentasDePractica(SintraDb db, CuentaManager cuentas, IPasswordHasher<Cuenta> hasher, Llavero llavero, ModoDePractica modo, Bitacora bitacora, TimeProvider reloj)
{
    private const string Rectora = "CITP-ST";

    /// <summary>Crockford's base32: no I, L, O, U to be misread from a sheet of paper.</summary>
    private const string Alfabeto = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Dictionary<string, string> Instituciones = new()
    {
        ["ministerio_publico"] = "FEVIMTRA",
        ["coordinacion_institucional"] = "FEVIMTRA",
        ["administracion_institucional"] = "FEVIMTRA",
        ["datos_personales"] = "FEVIMTRA",
        ["atencion_a_victimas"] = "CEAV",
        ["albergue"] = "SNDIF",
        ["linea_telefonica"] = "CCSP-CDMX",
        ["osc"] = "OSC02",
        ["migracion"] = "INM",
        ["enlace_institucional"] = "SEP",
        ["poder_judicial"] = "TSJ-09",
        ["cliente_api"] = "UETP-09",
    };

    /// <summary>Makes those that are missing; nobody's password is changed.</summary>
    /// <exception cref="InvalidOperationException">This is not a practice system.</exception>
    public async Task<IReadOnlyList<CredencialDePractica>> PrepararAsync(CancellationToken ct)
    {
        if (!modo.Activo)
        {
            throw new InvalidOperationException("Accounts with a password that somebody else knows are for practice alone.");
        }

        var credenciales = new List<CredencialDePractica>();
        foreach (var perfil in await db.Perfiles.AsNoTracking().OrderBy(p => p.Nombre).ToListAsync(ct))
        {
            var correo = $"{perfil.Clave.Replace('_', '.')}@practica.example";
            var credencial = new CredencialDePractica(perfil.Clave, perfil.Nombre, Instituciones.GetValueOrDefault(perfil.Clave, Rectora), correo, Password(correo));
            credenciales.Add(credencial);
            if (await cuentas.FindByNameAsync(correo) is null)
            {
                await CrearAsync(credencial);
            }
        }

        await DelegarAsync(ct);
        await db.SaveChangesAsync(ct);
        return credenciales;
    }

    // Who practises administering an institution finds profiles to give.
    private async Task DelegarAsync(CancellationToken ct)
    {
        var institucion = Instituciones.GetValueOrDefault("administracion_institucional", Rectora);
        var permisos = (await db.PermisosDePerfil.AsNoTracking().ToListAsync(ct)).ToLookup(p => p.Perfil, p => p.Permiso);
        var ya = await db.Set<PerfilDelegado>().Where(d => d.Institucion == institucion).Select(d => d.Perfil).ToHashSetAsync(ct);
        db.AddRange((await db.Perfiles.AsNoTracking().ToListAsync(ct))
            .Where(p => Delegacion.EsDelegable(p, permisos[p.Clave]) && !ya.Contains(p.Clave))
            .Select(p => new PerfilDelegado { Institucion = institucion, Perfil = p.Clave, DelegadoEn = reloj.Ahora, DelegadoPor = CuentaId.Sistema }));
    }

    private async Task CrearAsync(CredencialDePractica credencial)
    {
        var cuenta = new Cuenta
        {
            Correo = credencial.Correo,
            Nombre = $"Práctica: {credencial.Nombre}",
            Institucion = credencial.Institucion,
            Perfil = credencial.Perfil,
            Estado = EstadoDeCuenta.Activa,
            CreadaEn = reloj.Ahora,
        };
        cuenta.PasswordHash = hasher.HashPassword(cuenta, CuentaManager.EnUnaForma(credencial.Password));
        (await cuentas.CreateAsync(cuenta)).Exigir();
        (await cuentas.ResetAuthenticatorKeyAsync(cuenta)).Exigir();
        bitacora.Asentar(new CuentaActivada(cuenta.Institucion, cuenta.Perfil), como: cuenta.Id);
    }

    // 80 bits out of the installation's own keys: the same at every start and nobody else's, with nothing kept in clear.
    private string Password(string correo)
    {
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, llavero.Vigente(UsoDeLlave.Marco).Material, 16, info: Encoding.UTF8.GetBytes($"practica/{correo}"));
        return string.Join('-', bytes.Select(b => Alfabeto[b % Alfabeto.Length]).Chunk(4).Select(grupo => new string(grupo)));
    }
}
