using System.Net;
using Sintra.Cuentas;
using Sintra.Web.Seguridad;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Cuentas;

/// <summary>Step-up: what changes credentials opens for five minutes after a proof, and leads to one and back otherwise.</summary>
public sealed class VerificarDeNuevoTests(Casas casas)
{
    private const string Protegida = "/cuenta/llaves/nueva";

    [Theory]
    [AmbosMotores(4, Protegida)]
    [AmbosMotores(6, "/cuenta/verificar")]
    public async Task La_prueba_vale_cinco_minutos_para_abrir(Motor motor, int minutos, string llega)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);

        await casa.EnvejecerAsync(cuenta, TimeSpan.FromMinutes(minutos));

        (await navegador.AbrirAsync(Protegida)).Direccion.AbsolutePath.ShouldBe(llega);
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
    }

    [Theory, AmbosMotores]
    public async Task Un_codigo_la_abre_una_vez_y_lleva_de_vuelta(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        var codigo = Totp.Codigo(cuenta.Autenticador, casa.Reloj);

        var preguntada = await navegador.AbrirAsync(Protegida);
        await ComprobarAsync(codigo == "000000" ? "000001" : "000000", HttpStatusCode.UnprocessableEntity);
        (await ComprobarAsync(codigo, HttpStatusCode.OK)).Direccion.AbsolutePath.ShouldBe(Protegida);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        (await ComprobarAsync(codigo, HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("No se pudo comprobar");

        (await navegador.AbrirAsync(Protegida)).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
        (await casa.SucesosDeAsync(cuenta)).Count(s => s == nameof(SegundoFactorComprobado)).ShouldBe(1);

        Task<PaginaHtml> ComprobarAsync(string escrito, HttpStatusCode estado) =>
            preguntada.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = escrito }, "Comprobar", formulario: "form:has([name=Codigo])", estado: estado);
    }

    [Theory, AmbosMotores]
    public async Task Una_llave_la_abre_y_su_firma_no_sirve_otra_vez(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        using var navegador = await casa.YaDentroAsync(cuenta);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        var preguntada = await navegador.AbrirAsync(Protegida);
        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeVerificacion, preguntada));

        (await preguntada.EntregarAsync(credencial, "Comprobar con mi llave")).Direccion.AbsolutePath.ShouldBe(Protegida);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        await preguntada.EntregarAsync(credencial, "Comprobar con mi llave", HttpStatusCode.UnprocessableEntity);

        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Cuenta == cuenta.Id && a.Suceso == nameof(SegundoFactorComprobado) && a.Datos.Contains("\"ConLlave\":true")))).ShouldBeTrue();
    }

    [Theory, AmbosMotores]
    public async Task Al_comprobar_la_sesion_estrena_identificador_y_el_anterior_ya_no_abre(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var cookies = new CookieContainer();
        using var navegador = casa.Navegador(cookies);
        await casa.EntrarAsync(navegador, cuenta);
        var robadas = new CookieContainer();
        robadas.Add(cookies.GetCookies(new Uri("https://localhost")));
        using var ladron = casa.Navegador(robadas);
        (await ladron.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");

        await (await navegador.AbrirAsync("/cuenta/verificar"))
            .EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj, 1) }, "Comprobar");

        (await ladron.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
    }

    [Theory, AmbosMotores]
    public async Task Cambiar_una_credencial_no_alarga_la_ventana_ni_la_sesion(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromMinutes(4));
        var antes = await AbiertaAsync();
        await navegador.RegistrarLlaveAsync(llave);

        var despues = await AbiertaAsync();

        despues.Id.ShouldNotBe(antes.Id);
        (despues.Verificada, despues.Expira).ShouldBe((antes.Verificada, antes.Expira));

        Task<SesionAbierta> AbiertaAsync() => casa.EnDbAsync(db => db.SesionesAbiertas.SingleAsync(s => s.Cuenta == cuenta.Id && s.Revocada == null));
    }

    [Theory, AmbosMotores]
    public async Task La_llave_de_otra_persona_no_la_abre(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        using var ajena = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        await casa.CuentaConLlaveAsync(ajena);
        using var navegador = await casa.YaDentroAsync(cuenta);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        var preguntada = await navegador.AbrirAsync(Protegida);

        await preguntada.EntregarAsync(ajena.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeVerificacion, preguntada)), "Comprobar con mi llave", HttpStatusCode.UnprocessableEntity);

        (await navegador.AbrirAsync(Protegida)).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
    }

    [Theory, AmbosMotores]
    public async Task Quien_no_tiene_factor_la_abre_con_su_contrasena(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SegundoFactor, false)));
        using var navegador = await casa.YaDentroAsync(cuenta);
        await casa.EnvejecerAsync(cuenta, TimeSpan.FromHours(1));
        var preguntada = await navegador.AbrirAsync(Protegida);

        await ComprobarAsync("otra frase cualquiera", HttpStatusCode.UnprocessableEntity);
        (await ComprobarAsync(cuenta.Password, HttpStatusCode.OK)).Direccion.AbsolutePath.ShouldBe(Protegida);

        Task<PaginaHtml> ComprobarAsync(string password, HttpStatusCode estado) =>
            preguntada.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Password"] = password }, "Comprobar", estado: estado);
    }

    [Theory]
    [AmbosMotores(14, HttpStatusCode.UnprocessableEntity)]
    [AmbosMotores(16, HttpStatusCode.Redirect)]
    public async Task Lo_que_se_abrio_a_tiempo_se_puede_enviar_diez_minutos_mas(Motor motor, int minutos, HttpStatusCode responde)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var pagina = await navegador.AbrirAsync(Protegida);

        await casa.EnvejecerAsync(cuenta, TimeSpan.FromMinutes(minutos));

        using var respuesta = await pagina.EnviarSinSeguirAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Mía" }, "Registrar la llave");
        respuesta.StatusCode.ShouldBe(responde);
    }

    [Theory]
    [AmbosMotores("//sintra.example")]
    [AmbosMotores("https://sintra.example/cuenta")]
    public async Task No_lleva_a_otro_sitio(Motor motor, string volver)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);

        var hecho = await (await navegador.AbrirAsync($"/cuenta/verificar?volver={Uri.EscapeDataString(volver)}"))
            .EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj) }, "Comprobar");

        hecho.Direccion.ToString().ShouldBe("https://localhost/");
    }

    [Theory, AmbosMotores]
    public async Task Las_sesiones_se_reconocen_en_palabras_y_se_cierra_una(Motor motor)
    {
        const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var otro = casa.Navegador();
        otro.Cliente.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Firefox).ShouldBeTrue();
        await casa.EntrarAsync(otro, cuenta);
        using var navegador = await casa.YaDentroAsync(cuenta);

        var mia = await navegador.AbrirAsync("/cuenta");
        mia.Texto.ShouldContain("Firefox en Linux");
        mia.Html.ShouldNotContain("Gecko");
        (await mia.EnviarAsync(boton: "Cerrar", formulario: "td form")).Texto.ShouldContain("Se cerró esa sesión");

        (await otro.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
    }

    [Theory, AmbosMotores]
    public async Task Nadie_cierra_la_sesion_de_otra_persona(Motor motor)
    {
        var casa = await casas.De(motor);
        var ajena = await casa.CuentaAsync("UETP-07", "osc");
        using var suyo = await casa.YaDentroAsync(ajena);
        var abierta = await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == ajena.Id).Select(s => s.Id).SingleAsync());
        using var navegador = await casa.ComoAsync("UETP-07", "osc");

        using var respuesta = await navegador.EnviarCrudoAsync("/cuenta?handler=Cerrar", await navegador.AbrirAsync("/cuenta"), [new("sesion", abierta.ToString())]);

        respuesta.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await suyo.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome", "Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("pruebas", null, null)]
    public void El_aparato_se_dice_en_palabras(string agente, string? navegador, string? sistema) => AgenteEnPalabras.De(agente).ShouldBe((navegador, sistema));
}
