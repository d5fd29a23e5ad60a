using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

public static class CuentasServicios
{
    /// <summary>OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-512. Raising it re-hashes each password when its owner next signs in.</summary>
    public const int VueltasDePassword = 210_000;

    /// <summary>
    /// The room of accounts. Wants from others: <see cref="SintraDb"/>, <see cref="Sellos"/>, <see cref="Bitacora"/>, <see cref="DirectorioDeDatos"/>,
    /// <see cref="OpcionesDeCorreo"/>, <see cref="DireccionPublica"/>, <see cref="OpcionesDeAcceso"/>, a clock and logging; and, where people sign in,
    /// <see cref="IVerificadorDeLlaves"/>.
    /// </summary>
    public static IServiceCollection AddCuentas(this IServiceCollection services)
    {
        // Before AddIdentityCore, which adds only what is missing: one hasher for all, our policy and not the framework's composition rules.
        services.AddSingleton<IPasswordHasher<Cuenta>, PasswordHasher<Cuenta>>();
        services.AddScoped<IPasswordValidator<Cuenta>, PoliticaDePassword>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = VueltasDePassword);
        // Any address that the form accepts is a user name.
        services.AddIdentityCore<Cuenta>(o => o.User.AllowedUserNameCharacters = "").AddUserStore<CuentaStore>().AddUserManager<CuentaManager>();

        services.AddSingleton<PasswordDeNadie>();
        services.AddSingleton<Cartero>();
        services.AddScoped<SesionActual>();
        services.AddScoped(sp => sp.GetRequiredService<SesionActual>().Sesion);
        services.AddScoped<Freno>();
        services.AddScoped<OlvidarFrenosHandler>();
        services.AddScoped<SembrarCuentasHandler>();
        services.AddScoped<CrearPrimeraAdministracionHandler>();
        services.AddScoped<InvitarCuentaHandler>();
        services.AddScoped<AceptarInvitacionHandler>();
        services.AddScoped<IniciarSesionHandler>();
        services.AddScoped<VerificarSegundoFactorHandler>();
        services.AddScoped<ComprobarSegundoFactorHandler>();
        services.AddScoped<VerificarDeNuevoHandler>();
        services.AddScoped<RenovarSesion>();
        services.AddScoped<CambiosDeCredenciales>();
        services.AddScoped<Retos>();
        services.AddScoped<PedirRetoHandler>();
        services.AddScoped<EntrarConLlaveHandler>();
        services.AddScoped<RegistrarLlaveHandler>();
        services.AddScoped<CambiarLlaveHandler>();
        services.AddScoped<CambiarPasswordHandler>();
        services.AddScoped<ConsultarCredencialesHandler>();
        services.AddScoped<Recuperaciones>();
        services.AddScoped<AbrirRecuperacionHandler>();
        services.AddScoped<ConfirmarRecuperacionHandler>();
        services.AddScoped<PrepararSegundoFactorHandler>();
        services.AddScoped<ActivarSegundoFactorHandler>();
        services.AddScoped<ReconocerSesionHandler>();
        services.AddScoped<CerrarSesionHandler>();
        services.AddScoped<PausarSesionHandler>();
        services.AddScoped<ReanudarSesionHandler>();
        services.AddScoped<Delegacion>();
        services.AddScoped<UltimaAdministracion>();
        services.AddScoped<SuspenderCuentaHandler>();
        services.AddScoped<CambiarPerfilDeCuentaHandler>();
        services.AddScoped<ConfirmarCuentasHandler>();
        services.AddScoped<SuspenderSinUsoHandler>();
        services.AddScoped<AceptarCompromisosHandler>();
        services.AddScoped<PublicarCompromisoHandler>();
        services.AddScoped<MirarComoHandler>();
        services.AddScoped<ListarPerfilesHandler>();
        services.AddScoped<GuardarPerfilHandler>();
        services.AddScoped<RetirarPerfilHandler>();
        services.AddScoped<DelegarPerfilesHandler>();
        services.AddScoped<ListarCuentasHandler>();
        services.AddScoped<ListarInstitucionesHandler>();
        services.AddScoped<ConsultarInstitucionHandler>();
        services.AddScoped<SesionDeCuenta>();
        services.AddScoped<AjustarValidacionHandler>();
        services.AddScoped<RegistrarConvenioHandler>();
        services.AddScoped<TerminarConvenioHandler>();
        services.AddScoped<DeclararSucesionHandler>();
        services.AddScoped<RegistrarRepresentacionHandler>();
        services.AddScoped<TerminarRepresentacionHandler>();
        services.AddScoped<RepresentadasHandler>();
        services.AddScoped<PuedeCargarHandler>();
        services.AddScoped<AvisoDeDiccionarioHandler>();
        return services;
    }
}
