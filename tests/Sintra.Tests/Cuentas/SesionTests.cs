using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

public sealed class SesionTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Salir_cierra_la_sesion_en_el_servidor_y_limpia_el_navegador(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var pagina = await navegador.AbrirAsync("/cuenta");

        using var respuesta = await pagina.EnviarSinSeguirAsync(boton: "Salir");

        respuesta.Headers.GetValues("Clear-Site-Data").ShouldBe(["\"cache\", \"storage\""]);
        (await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).AllAsync(s => s.Revocada != null))).ShouldBeTrue();
        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Theory, AmbosMotores]
    public async Task Quien_suspende_una_cuenta_la_saca_en_ese_momento(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var suyo = await casa.YaDentroAsync(cuenta);
        (await suyo.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");

        var lista = await (await administra.AbrirAsync($"/cuentas/{cuenta.Id}/suspender")).EnviarAsync(boton: "Suspender");

        lista.Texto.ShouldContain("La cuenta quedó suspendida");
        (await suyo.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Suceso == nameof(CuentaSuspendida) && a.Datos.Contains(cuenta.Id.ToString())))).ShouldBe(1);
    }

    [Theory, AmbosMotores]
    public async Task Una_cuenta_de_otra_institucion_no_existe_para_quien_administra_la_suya(Motor motor)
    {
        var casa = await casas.De(motor);
        var ajena = await casa.CuentaAsync("UETP-20", "osc");
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");

        (await administra.AbrirAsync($"/cuentas/{ajena.Id}/suspender", HttpStatusCode.NotFound)).Estado.ShouldBe(HttpStatusCode.NotFound);
        (await administra.AbrirAsync("/cuentas?institucion=UETP-20")).Texto.ShouldNotContain(ajena.Correo);
        using var directo = await administra.EnviarCrudoAsync($"/cuentas/{ajena.Id}/suspender", await administra.AbrirAsync("/cuentas/invitar"), []);
        directo.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Id == ajena.Id))).Estado.ShouldBe(EstadoDeCuenta.Activa);
    }

    // Privileged 15 minutes, the rest 30.
    [Theory]
    [AmbosMotores("osc", 29, true)]
    [AmbosMotores("osc", 31, false)]
    [AmbosMotores("administracion_institucional", 14, true)]
    [AmbosMotores("administracion_institucional", 16, false)]
    public async Task La_inactividad_tiene_limite_segun_el_perfil(Motor motor, string perfil, int minutos, bool vive)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", perfil);
        using var navegador = await casa.YaDentroAsync(cuenta);
        var antes = casa.Reloj.Ahora.AddMinutes(-minutos);

        await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ultima, antes)));

        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe(vive ? "/cuenta" : "/entrar");
        (await casa.EnDbAsync(db => db.SesionesAbiertas.AnyAsync(s => s.Cuenta == cuenta.Id && s.Ultima > antes))).ShouldBe(vive);
    }

    [Theory, AmbosMotores]
    public async Task Doce_horas_despues_termina_aunque_se_use(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var abierta = await casa.EnDbAsync(db => db.SesionesAbiertas.SingleAsync(s => s.Cuenta == cuenta.Id));
        (abierta.Expira - abierta.Creada).ShouldBe(TimeSpan.FromHours(12));

        await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Id == abierta.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Expira, casa.Reloj.Ahora.AddSeconds(-1))));

        (await navegador.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Theory, AmbosMotores]
    public async Task En_pausa_no_muestra_nada_y_se_sigue_donde_se_estaba(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var hash = await HashAsync();

        await (await navegador.AbrirAsync("/cuentas/invitar")).EnviarAsync(boton: "Ocultar");
        var reanudar = await navegador.AbrirAsync("/cuenta");
        reanudar.Direccion.AbsolutePath.ShouldBe("/entrar");
        reanudar.Texto.ShouldContain("Su sesión está en pausa");
        reanudar.Html.ShouldNotContain(cuenta.Correo);
        await reanudar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Prueba"] = "otra-frase-que-no-es" }, "Continuar", estado: HttpStatusCode.UnprocessableEntity);
        var deVuelta = await reanudar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Prueba"] = cuenta.Password }, "Continuar");

        deVuelta.Direccion.AbsolutePath.ShouldBe("/cuentas/invitar");
        (await HashAsync()).ShouldNotBe(hash);

        Task<byte[]> HashAsync() => casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).Select(s => s.Hash).SingleAsync());
    }

    [Theory, AmbosMotores]
    public async Task Entrar_de_nuevo_estrena_identificador_y_el_anterior_ya_no_abre(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = casa.Navegador();
        await casa.EntrarAsync(navegador, cuenta);

        var sesiones = await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).OrderBy(s => s.Creada).ToListAsync());

        sesiones.Select(s => s.Etapa).ShouldBe([EtapaDeSesion.PorVerificar, EtapaDeSesion.Abierta]);
        sesiones[0].Revocada.ShouldNotBeNull();
        sesiones[0].Hash.ShouldNotBe(sesiones[1].Hash);
    }

    [Theory, AmbosMotores]
    public async Task Desde_mi_cuenta_se_cierran_las_otras_sesiones(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var aqui = await casa.YaDentroAsync(cuenta);
        using var alla = await casa.YaDentroAsync(cuenta);

        await (await aqui.AbrirAsync("/cuenta")).EnviarAsync(boton: "Cerrar las otras sesiones");

        (await aqui.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/cuenta");
        (await alla.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Fact]
    public async Task Cada_respuesta_lleva_las_cabeceras_de_seguridad()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var navegador = casa.Navegador();
        foreach (var ruta in new[] { "/entrar", "/no-hay-tal-pagina", "/cuenta", "/css/sintra.css" })
        {
            using var respuesta = await navegador.PedirAsync(HttpMethod.Get, ruta);
            respuesta.Headers.GetValues("Content-Security-Policy").ShouldBe([
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"], ruta);
            respuesta.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], ruta);
            respuesta.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], ruta);
            respuesta.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"], ruta);
            (respuesta.Headers.CacheControl?.NoStore).ShouldBe(ruta.EndsWith(".css", StringComparison.Ordinal) ? false : true, ruta);
        }
    }

    [Fact]
    public async Task Bajo_TLS_y_con_su_propio_nombre_exige_TLS_por_un_ano()
    {
        await using var casa = await Casa.NuevaAsync(Motor.Sqlite, ajustes: new Dictionary<string, string> { ["AllowedHosts"] = "*" });
        using var navegador = casa.Navegador();

        using var propia = await navegador.PedirAsync(HttpMethod.Get, "https://sintra.example/entrar");
        using var deEsteEquipo = await navegador.PedirAsync(HttpMethod.Get, "https://localhost/entrar");

        propia.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
        deEsteEquipo.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task De_una_pagina_mas_vieja_que_la_sesion_tambien_se_sale(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var vieja = await navegador.AbrirAsync("/cuenta");
        await casa.EnDbAsync(db => db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Revocada, casa.Reloj.Ahora)));

        var puerta = await vieja.EnviarAsync(boton: "Salir");

        puerta.Direccion.AbsolutePath.ShouldBe("/entrar");
        foreach (var sitio in new[] { "cross-site", "same-site" })
        {
            using var ajena = new HttpRequestMessage(HttpMethod.Post, "/salir") { Content = new FormUrlEncodedContent([]), Headers = { { "Sec-Fetch-Site", sitio } } };
            using var negada = await navegador.Cliente.SendAsync(ajena, TestContext.Current.CancellationToken);
            negada.StatusCode.ShouldBe(HttpStatusCode.BadRequest, sitio);
        }
    }

    [Fact]
    public async Task Otro_sitio_no_envia_formularios()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var navegador = casa.Navegador();
        await navegador.AbrirAsync("/entrar");
        using var peticion = new HttpRequestMessage(HttpMethod.Post, "/entrar") { Content = new FormUrlEncodedContent([]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        using var respuesta = await navegador.Cliente.SendAsync(peticion, TestContext.Current.CancellationToken);

        respuesta.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Sin_la_ficha_antifalsificacion_no_se_pausa_ni_se_entra()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var navegador = await casa.ComoAsync("UETP-07", "osc");
        foreach (var ruta in new[] { "/pausa", "/entrar", "/cuenta?handler=CerrarOtras" })
        {
            using var respuesta = await navegador.PedirAsync(HttpMethod.Post, ruta, new FormUrlEncodedContent([]));
            respuesta.StatusCode.ShouldBe(HttpStatusCode.BadRequest, ruta);
        }
    }

    [Fact]
    public async Task Las_llaves_del_marco_estan_selladas_en_la_base()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var navegador = casa.Navegador();
        await navegador.AbrirAsync("/entrar");

        var llaves = await casa.EnDbAsync(db => db.LlavesDelMarco.Select(l => l.Xml).ToListAsync());

        llaves.ShouldNotBeEmpty();
        llaves.ShouldAllBe(xml => xml.Contains("<sellada ", StringComparison.Ordinal) && !xml.Contains("<masterKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demasiados_intentos_desde_una_direccion_se_rechazan_con_palabras()
    {
        await using var casa = await Casa.NuevaAsync(Motor.Sqlite, ajustes: new Dictionary<string, string> { ["Acceso:IntentosPorMinuto"] = "2" });
        using var navegador = casa.Navegador();
        for (var i = 0; i < 2; i++)
        {
            await Puerta.EntrarAsync(navegador, $"{i}@pruebas.example", "una-frase-cualquiera", estado: HttpStatusCode.UnprocessableEntity);
        }

        await Puerta.EntrarAsync(navegador, "3@pruebas.example", "una-frase-cualquiera", estado: HttpStatusCode.TooManyRequests);
    }
}
