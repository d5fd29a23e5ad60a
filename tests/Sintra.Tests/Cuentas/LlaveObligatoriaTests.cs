using System.Net;
using Sintra.Cuentas;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Cuentas;

/// <summary>Where passkeys are demanded of privileged profiles, nothing else will do, not even to add another.</summary>
public sealed class LlaveObligatoriaTests(Casas casas)
{
    private static readonly Dictionary<string, string> Ajustes = new() { ["Acceso:LlaveObligatoria"] = "true" };

    [Theory, AmbosMotores]
    public async Task Sin_llave_solo_se_llega_a_registrarla(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor, ajustes: Ajustes);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        using var navegador = await casa.YaDentroAsync(cuenta);

        var pagina = await navegador.AbrirAsync("/cuentas");
        pagina.Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        pagina.Texto.ShouldContain("Su perfil trabaja solamente con llave de acceso");
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        (await navegador.RegistrarLlaveAsync(llave)).Direccion.AbsolutePath.ShouldBe("/cuenta");

        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
    }

    [Theory, AmbosMotores]
    public async Task Con_contrasena_y_codigo_no_se_puede_nada_ni_agregar_otra_llave(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor, ajustes: Ajustes);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        using var navegador = casa.Navegador();

        var pagina = await casa.EntrarAsync(navegador, cuenta);
        pagina.Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
        pagina.Documento.QuerySelectorAll("[name=Codigo], [name=Password]").ShouldBeEmpty();
        (await navegador.AbrirAsync("/cuenta/llaves/nueva")).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
        using var conCodigo = await navegador.EnviarCrudoAsync("/cuenta/verificar", pagina, [new("Codigo", Totp.Codigo(cuenta.Autenticador, casa.Reloj, 1))]);
        conCodigo.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");

        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeVerificacion, pagina));
        await pagina.EntregarAsync(credencial, "Comprobar con mi llave");
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
    }

    [Theory, AmbosMotores]
    public async Task La_ultima_no_se_revoca_y_los_demas_perfiles_siguen_igual(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor, ajustes: Ajustes);
        using var llave = new LlaveDePruebas();
        await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        using var navegador = casa.Navegador();
        await navegador.EntrarConLlaveAsync(llave);

        var suya = await (await navegador.AbrirAsync("/cuenta")).SeguirAsync("Cambiar o revocar");
        (await suya.EnviarAsync(boton: "Revocar", estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Registre antes otra");

        using var ordinaria = await casa.ComoAsync("UETP-07", "osc");
        (await ordinaria.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
    }

    [Theory, AmbosMotores]
    public async Task Sin_el_ajuste_un_perfil_privilegiado_trabaja_con_lo_que_tenga(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        using var conCodigo = casa.Navegador();
        await casa.EntrarAsync(conCodigo, cuenta);
        (await conCodigo.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SegundoFactor, false)));

        (await conCodigo.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
        await casa.EnDbAsync(db => db.LlavesDeAcceso.Where(l => l.Cuenta == cuenta.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.RevocadaEn, casa.Reloj.Ahora)));
        (await conCodigo.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
    }
}
