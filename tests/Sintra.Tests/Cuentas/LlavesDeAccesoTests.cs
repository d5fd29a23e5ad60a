using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Passkeys over HTTP, with a device made of software: what it may do, and every lie that must not open an account.</summary>
public sealed class LlavesDeAccesoTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_registra_y_entra_sin_contrasena_con_los_dos_factores(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        using var navegador = casa.Navegador();

        (await navegador.EntrarConLlaveAsync(llave, ruta: "/entrar?volver=/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");

        var mia = await navegador.AbrirAsync("/cuenta");
        mia.Texto.ShouldContain("Llave de acceso «Teléfono del trabajo»");
        mia.Texto.ShouldContain("Último uso");
        mia.Texto.ShouldContain("Se agregó una llave de acceso");
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Cuenta == cuenta.Id && a.Suceso == nameof(SesionIniciada) && a.Datos.Contains("\"ConLlave\":true")))).ShouldBe(1);
        (await casa.SucesosDeAsync(cuenta)).ShouldContain(nameof(LlaveDeAccesoRegistrada));
        (await casa.EnDbAsync(db => db.LlavesDeAcceso.Where(l => l.Cuenta == cuenta.Id).Select(l => l.Contador).SingleAsync())).ShouldBe(1);
        navegador.Historial.ShouldAllBe(d => !d.ToString().Contains("Credencial"));
    }

    [Theory, AmbosMotores]
    public async Task Registrarla_saca_a_las_otras_sesiones_y_avisa_sin_decir_de_quien(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var otra = await casa.YaDentroAsync(cuenta);
        using var navegador = await casa.YaDentroAsync(cuenta);

        (await navegador.RegistrarLlaveAsync(llave)).Texto.ShouldContain("La llave de acceso quedó registrada");

        (await otra.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        var aviso = await casa.UltimoMensajeAsync(cuenta.Correo);
        aviso.TextBody!.ShouldContain("Se agregó una llave de acceso");
        aviso.ToString().ShouldNotContain("Cuenta de pruebas");
        aviso.TextBody!.ShouldNotContain("Teléfono");
        (await casa.EnDbAsync(db => db.CambiosDeCredenciales.AllAsync(c => c.Cuenta != cuenta.Id || c.AvisadoEn != null))).ShouldBeTrue();
    }

    [Theory]
    [AmbosMotores("origen")]
    [AmbosMotores("sitio")]
    [AmbosMotores("sin persona")]
    [AmbosMotores("firma")]
    [AmbosMotores("contador")]
    [AmbosMotores("revocada")]
    [AmbosMotores("suspendida")]
    [AmbosMotores("otro reto")]
    [AmbosMotores("otro navegador")]
    [AmbosMotores("vencido")]
    [AmbosMotores("ajena")]
    public async Task No_entra_con_nada_que_no_sea_cierto(Motor motor, string mentira)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas { Contador = 5 };
        using var desconocida = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        using var navegador = casa.Navegador();
        var puerta = await navegador.AbrirAsync("/entrar");
        var opciones = await navegador.PedirRetoAsync(ConLlave.RetoDeEntrada, puerta);
        switch (mentira)
        {
            case "origen": llave.Origen = "https://sintra.example"; break;
            case "sitio": llave.Sitio = "sintra.example"; break;
            case "sin persona": llave.VerificaPersona = false; break;
            case "firma": llave.Altera = true; break;
            case "contador": llave.Contador = 4; break;
            case "revocada":
                await casa.EnDbAsync(db => db.LlavesDeAcceso.Where(l => l.Cuenta == cuenta.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.RevocadaEn, casa.Reloj.Ahora)));
                break;
            case "suspendida":
                await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Estado, EstadoDeCuenta.Suspendida)));
                break;
            case "otro reto": await navegador.PedirRetoAsync(ConLlave.RetoDeEntrada, puerta); break;
            case "otro navegador":
                using (var otro = casa.Navegador())
                {
                    opciones = await otro.PedirRetoAsync(ConLlave.RetoDeEntrada, await otro.AbrirAsync("/entrar"));
                }

                break;
            case "vencido":
                var antes = casa.Reloj.Ahora.AddSeconds(-1);
                await casa.EnDbAsync(db => db.RetosDeLlave.ExecuteUpdateAsync(r => r.SetProperty(x => x.Expira, antes)));
                break;
        }

        var rechazo = await puerta.EntregarAsync((mentira == "ajena" ? desconocida : llave).Firmar(opciones), "llave de acceso", HttpStatusCode.UnprocessableEntity);

        rechazo.Texto.ShouldContain("No se pudo entrar con la llave de acceso");
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        if (mentira != "ajena")
        {
            (await casa.SucesosDeAsync(cuenta)).ShouldContain(nameof(AccesoIntentado));
        }

        (await casa.SucesosDeAsync(cuenta)).ShouldNotContain(nameof(SesionIniciada));
    }

    [Theory, AmbosMotores]
    public async Task Lo_firmado_una_vez_no_vuelve_a_servir_aunque_llegue_con_su_galleta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        var cookies = new CookieContainer();
        using var navegador = casa.Navegador(cookies);
        var puerta = await navegador.AbrirAsync("/entrar");
        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeEntrada, puerta));
        var capturadas = new CookieContainer();
        capturadas.Add(cookies.GetCookies(new Uri("https://localhost")));
        (await puerta.EntregarAsync(credencial, "llave de acceso")).Direccion.AbsolutePath.ShouldBe("/");
        await casa.EnDbAsync(db => db.LlavesDeAcceso.Where(l => l.Cuenta == cuenta.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Contador, 0)));

        capturadas.GetCookies(new Uri("https://localhost"))["__Host-sintra-reto"].ShouldNotBeNull("the thief has the challenge's cookie too");
        using var ladron = casa.Navegador(capturadas);
        var repetida = await (await ladron.AbrirAsync("/entrar")).EntregarAsync(credencial, "llave de acceso", HttpStatusCode.UnprocessableEntity);
        var conRetoNuevo = await ladron.AbrirAsync("/entrar");
        await ladron.PedirRetoAsync(ConLlave.RetoDeEntrada, conRetoNuevo);
        await conRetoNuevo.EntregarAsync(credencial, "llave de acceso", HttpStatusCode.UnprocessableEntity);

        repetida.Texto.ShouldContain("No se pudo entrar");
        (await ladron.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Theory, AmbosMotores]
    public async Task Un_registro_repetido_o_de_otra_sesion_no_agrega_nada(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var ajena = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var otro = await casa.YaDentroAsync(ajena);
        var (suya, delOtro) = (await navegador.AbrirAsync("/cuenta/llaves/nueva"), await otro.AbrirAsync("/cuenta/llaves/nueva"));
        var credencial = llave.Crear(await navegador.PedirRetoAsync(ConLlave.RetoDeRegistro, suya));
        await otro.PedirRetoAsync(ConLlave.RetoDeRegistro, delOtro);

        await EnviarAsync(delOtro, HttpStatusCode.UnprocessableEntity);
        await EnviarAsync(suya, HttpStatusCode.OK);
        await EnviarAsync(await navegador.AbrirAsync("/cuenta/llaves/nueva"), HttpStatusCode.UnprocessableEntity);

        (await casa.EnDbAsync(db => db.LlavesDeAcceso.Where(l => l.Credencial == llave.Credencial).Select(l => l.Cuenta).SingleAsync())).ShouldBe(cuenta.Id);

        Task<PaginaHtml> EnviarAsync(PaginaHtml pagina, HttpStatusCode estado) => pagina.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Mía", ["Credencial"] = credencial }, "Registrar la llave", estado: estado);
    }

    [Theory, AmbosMotores]
    public async Task Un_reto_para_comprobar_no_sirve_para_entrar(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        using var navegador = await casa.YaDentroAsync(cuenta);
        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeVerificacion, await navegador.AbrirAsync("/cuenta/verificar")));
        await (await navegador.AbrirAsync("/cuenta")).EnviarAsync(boton: "Salir");

        await (await navegador.AbrirAsync("/entrar")).EntregarAsync(credencial, "llave de acceso", HttpStatusCode.UnprocessableEntity);
    }

    [Theory, AmbosMotores]
    public async Task Quien_tiene_llave_y_no_aplicacion_no_entra_solo_con_su_contrasena(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SegundoFactor, false)));
        using var navegador = casa.Navegador();

        var codigo = await Puerta.EntrarAsync(navegador, cuenta.Correo, cuenta.Password);

        codigo.Direccion.AbsolutePath.ShouldBe("/entrar/codigo");
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeEntrada, codigo));
        (await codigo.EntregarAsync(credencial, "llave de acceso")).Direccion.AbsolutePath.ShouldBe("/");
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
    }

    [Theory, AmbosMotores]
    public async Task Se_renombra_y_se_revoca_y_un_perfil_privilegiado_no_se_queda_sin_nada(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave, "administracion_institucional");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var pagina = await (await navegador.AbrirAsync("/cuenta")).SeguirAsync("Cambiar o revocar");
        await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "" }, "Guardar el nombre", estado: HttpStatusCode.UnprocessableEntity);
        (await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Llave azul" }, "Guardar el nombre")).Texto.ShouldContain("«Llave azul»");
        await PonerTotpAsync(false);
        (await pagina.EnviarAsync(boton: "Revocar", estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Es lo único con que su perfil puede trabajar");
        await PonerTotpAsync(true);

        (await pagina.EnviarAsync(boton: "Revocar")).Texto.ShouldContain("La llave quedó revocada");

        using var entrada = casa.Navegador();
        await entrada.EntrarConLlaveAsync(llave, HttpStatusCode.UnprocessableEntity);
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Se revocó una llave de acceso");
        await navegador.AbrirAsync(pagina.Direccion.AbsolutePath, HttpStatusCode.NotFound);
        using var ajeno = await casa.ComoAsync("UETP-07", "osc");
        await ajeno.AbrirAsync(pagina.Direccion.AbsolutePath, HttpStatusCode.NotFound);

        Task PonerTotpAsync(bool si) => casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SegundoFactor, si)));
    }
}
