using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

public sealed class CambiarPasswordTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_cambia_contra_la_actual_y_saca_a_las_otras_sesiones(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var otra = await casa.YaDentroAsync(cuenta);
        using var navegador = await casa.YaDentroAsync(cuenta);
        var pagina = await (await navegador.AbrirAsync("/cuenta")).SeguirAsync("Cambiar Contraseña");

        (await CambiarAsync("otra frase cualquiera", Puerta.Frase, Puerta.Frase, HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Su contraseña actual no es esa");
        (await CambiarAsync(cuenta.Password, "corta", "corta", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("15");
        (await CambiarAsync(cuenta.Password, Puerta.Frase, "otra frase cualquiera", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Las dos contraseñas son distintas");
        (await CambiarAsync(cuenta.Password, Puerta.Frase, Puerta.Frase, HttpStatusCode.OK)).Texto.ShouldContain("Su contraseña cambió");

        (await otra.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        using var nueva = casa.Navegador();
        await Puerta.EntrarAsync(nueva, cuenta.Correo, cuenta.Password, estado: HttpStatusCode.UnprocessableEntity);
        (await Puerta.EntrarAsync(nueva, cuenta.Correo, Puerta.Frase)).Direccion.AbsolutePath.ShouldBe("/entrar/codigo");
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("La contraseña de su cuenta del SINTRA cambió");
        (await casa.SucesosDeAsync(cuenta)).ShouldContain(nameof(PasswordCambiado));

        Task<PaginaHtml> CambiarAsync(string actual, string nueva, string repetida, HttpStatusCode estado) => pagina.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Actual"] = actual, ["Nueva"] = nueva, ["Repetida"] = repetida }, "Cambiar la contraseña", estado: estado);
    }

    [Theory, AmbosMotores]
    public async Task Los_codigos_y_la_aplicacion_tambien_se_avisan(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var codigos = await (await navegador.AbrirAsync("/cuenta/segundo-factor"))
            .EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Apoyo.Totp.Codigo(cuenta.Autenticador, casa.Reloj) }, "Crear códigos nuevos");
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Se crearon códigos de recuperación");
        var codigo = codigos.Documento.QuerySelectorAll(".s-codigos code").Select(c => c.TextContent).ToList();

        using var otro = casa.Navegador();
        await (await Puerta.EntrarAsync(otro, cuenta.Correo, cuenta.Password)).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo[0] }, "Entrar");
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Se entró a su cuenta del SINTRA con un código de recuperación");
        await (await otro.AbrirAsync("/cuenta/segundo-factor")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo[1] }, "Cambiar");
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("La aplicación de códigos de su cuenta del SINTRA dejó de servir");

        var mia = await otro.AbrirAsync("/cuenta");
        mia.Texto.ShouldContain("Cambios recientes de sus credenciales");
        mia.Texto.ShouldContain("Se entró con un código de recuperación");
    }

    [Theory, AmbosMotores]
    public async Task Un_aviso_que_no_salio_se_intenta_despues(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        await casa.EnDbAsync(async db =>
        {
            db.CambiosDeCredenciales.Add(new() { Cuenta = cuenta.Id, Clase = ClaseDeCambio.LlaveRevocada, En = casa.Reloj.Ahora.AddHours(-1) });
            await db.SaveChangesAsync(Puerta.Ct);
        });

        await casa.EnAlcanceAsync(Sesion.Anonima, sp => sp.GetRequiredService<CambiosDeCredenciales>().AvisarPendientesAsync(Puerta.Ct));

        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Se revocó una llave de acceso");
        (await casa.EnDbAsync(db => db.CambiosDeCredenciales.SingleAsync(c => c.Cuenta == cuenta.Id))).AvisadoEn.ShouldNotBeNull();
    }
}
