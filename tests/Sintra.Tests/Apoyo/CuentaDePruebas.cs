using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Apoyo;

/// <summary>An account ready to act, and what its owner knows.</summary>
/// <param name="Autenticador">Base32; for <see cref="Totp"/>.</param>
public sealed record CuentaDePruebas(CuentaId Id, string Correo, string Password, string Autenticador, string Institucion, string Perfil);

public static class CuentasDePruebas
{
    /// <summary>The cookie that carries a session over TLS.</summary>
    public const string Cookie = "__Host-sintra";

    private static readonly string[] Delegados = ["enlace_institucional", "linea_telefonica", "migracion", "osc"];

    private const string Password = "cuatro-palabras-de-prueba-largas";

    // One derivation for the whole run: hundreds of accounts need not each pay for it.
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Cuenta>().HashPassword(null!, Password));

    extension(Casa casa)
    {
        /// <summary>Active, with its password and its authenticator in use, and everything accepted.</summary>
        /// <param name="institucion">Acronym in the catalogue.</param>
        /// <param name="perfil">Key of <c>perfiles.csv</c>.</param>
        public async Task<CuentaDePruebas> CuentaAsync(string institucion, string perfil)
        {
            await using var alcance = casa.Services.CreateAsyncScope();
            var (db, cuentas) = (alcance.ServiceProvider.GetRequiredService<SintraDb>(), alcance.ServiceProvider.GetRequiredService<CuentaManager>());
            var cuenta = new Cuenta
            {
                Correo = $"{Guid.NewGuid():n}@pruebas.example",
                Nombre = $"Cuenta de pruebas {perfil}",
                Institucion = institucion,
                Perfil = perfil,
                Estado = EstadoDeCuenta.Activa,
                PasswordHash = Hash.Value,
                CreadaEn = casa.Reloj.Ahora,
            };
            (await cuentas.CreateAsync(cuenta)).Succeeded.ShouldBeTrue();
            (await cuentas.ResetAuthenticatorKeyAsync(cuenta)).Succeeded.ShouldBeTrue();
            (await cuentas.SetTwoFactorEnabledAsync(cuenta, true)).Succeeded.ShouldBeTrue();
            var secreto = await cuentas.GetAuthenticatorKeyAsync(cuenta);
            var compromisos = await db.CompromisosVigentes(casa.Reloj.Hoy).Select(c => c.Id).ToListAsync();
            db.AddRange(compromisos.Select(c => new CompromisoAceptado { Cuenta = cuenta.Id, Compromiso = c, AceptadoEn = casa.Reloj.Ahora }));
            if (perfil == "administracion_institucional")
            {
                // What the nation leaves to most institutions when it appoints their administrator.
                var ya = await db.Set<PerfilDelegado>().Where(d => d.Institucion == institucion).Select(d => d.Perfil).ToListAsync();
                db.AddRange(Delegados.Except(ya).Select(p => new PerfilDelegado { Institucion = institucion, Perfil = p, DelegadoEn = casa.Reloj.Ahora, DelegadoPor = CuentaId.Sistema }));
            }

            await db.SaveChangesAsync();
            return new(cuenta.Id, cuenta.Correo, Password, secreto!, institucion, perfil);
        }

        /// <summary>A browser whose session is already open: what is tested is behind the door, not the door.</summary>
        public async Task<NavegadorHttp> YaDentroAsync(CuentaDePruebas cuenta)
        {
            await using var alcance = casa.Services.CreateAsyncScope();
            var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
            var (sesion, secreto) = SesionAbierta.Para(
                await db.Cuentas.SingleAsync(c => c.Id == cuenta.Id), EtapaDeSesion.Abierta, "pruebas", casa.Reloj.Ahora);
            db.SesionesAbiertas.Add(sesion);
            await db.SaveChangesAsync();
            var cookies = new CookieContainer();
            cookies.Add(new Cookie(Cookie, secreto.Texto, "/", "localhost") { Secure = true });
            return casa.Navegador(cookies);
        }

        /// <summary>An account and its open session in one step.</summary>
        public async Task<NavegadorHttp> ComoAsync(string institucion, string perfil) => await casa.YaDentroAsync(await casa.CuentaAsync(institucion, perfil));
    }
}
