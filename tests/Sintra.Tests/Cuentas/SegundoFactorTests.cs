using System.Net;
using AngleSharp.Dom;
using Sintra.Cuentas;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Cuentas;

public sealed class SegundoFactorTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Un_perfil_privilegiado_no_puede_nada_hasta_activarlo_y_entonces_recibe_diez_codigos(Motor motor)
    {
        var casa = await casas.De(motor);
        var (_, camino) = await casa.InvitarAsync("UETP-07", "administracion_institucional");
        using var navegador = casa.Navegador();
        var inscripcion = await Puerta.ActivarAsync(await navegador.AbrirAsync(camino));

        inscripcion.Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        (await navegador.AbrirAsync("/")).Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");

        inscripcion.Documento.QuerySelector("svg.s-qr path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        var clave = inscripcion.Documento.QuerySelector(".s-clave")!.TextContent;
        await inscripcion.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = "000000" }, "Activar", estado: HttpStatusCode.UnprocessableEntity);
        var activada = await inscripcion.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(clave, casa.Reloj) }, "Activar");

        activada.Documento.QuerySelectorAll(".s-codigos code").Length.ShouldBe(10);
        (await navegador.AbrirAsync("/cuentas")).Direccion.AbsolutePath.ShouldBe("/cuentas");
        (await navegador.AbrirAsync("/cuenta/segundo-factor")).Documento.QuerySelectorAll(".s-codigos code, .s-clave").ShouldBeEmpty();
    }

    [Theory, AmbosMotores]
    public async Task Un_codigo_usado_no_vuelve_a_entrar(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var codigo = Totp.Codigo(cuenta.Autenticador, casa.Reloj);
        using (var primero = casa.Navegador())
        {
            var pagina = await Puerta.EntrarAsync(primero, cuenta.Correo, cuenta.Password);
            (await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo }, "Entrar")).Direccion.AbsolutePath.ShouldBe("/");
        }

        using var segundo = casa.Navegador();
        var otra = await Puerta.EntrarAsync(segundo, cuenta.Correo, cuenta.Password);
        var rechazada = await otra.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo }, "Entrar", estado: HttpStatusCode.UnprocessableEntity);

        rechazada.Texto.ShouldContain("ya se usó");
        (await segundo.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Theory, AmbosMotores]
    public async Task Un_codigo_que_llega_a_la_vez_por_dos_puertas_entra_por_una(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var codigo = Totp.Codigo(cuenta.Autenticador, casa.Reloj);
        using var uno = casa.Navegador();
        using var dos = casa.Navegador();
        var paginas = new[] { await Puerta.EntrarAsync(uno, cuenta.Correo, cuenta.Password), await Puerta.EntrarAsync(dos, cuenta.Correo, cuenta.Password) };

        var respuestas = await Task.WhenAll(paginas.Select(p => p.EnviarSinSeguirAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo }, "Entrar")));

        respuestas.Select(r => r.StatusCode).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity]);
    }

    [Theory, AmbosMotores]
    public async Task Un_codigo_de_recuperacion_entra_una_sola_vez(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var pagina = await (await navegador.AbrirAsync("/cuenta/segundo-factor"))
            .EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj) }, "Crear códigos nuevos");
        var codigo = pagina.Documento.QuerySelector(".s-codigos code")!.TextContent.ToLowerInvariant();

        (await UsarAsync(HttpStatusCode.OK)).Direccion.AbsolutePath.ShouldBe("/");
        (await UsarAsync(HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("ya se usó");
        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Cuenta == cuenta.Id && a.Datos.Contains("\"ConCodigoDeRecuperacion\":true")))).ShouldBeTrue();

        async Task<PaginaHtml> UsarAsync(HttpStatusCode estado)
        {
            using var otro = casa.Navegador();
            var puerta = await Puerta.EntrarAsync(otro, cuenta.Correo, cuenta.Password);
            return await puerta.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = codigo }, "Entrar", estado: estado);
        }
    }

    [Fact]
    public async Task Cinco_codigos_equivocados_obligan_a_empezar_de_nuevo()
    {
        var casa = await casas.De(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = casa.Navegador();
        var pagina = await Puerta.EntrarAsync(navegador, cuenta.Correo, cuenta.Password);
        for (var i = 0; i < 5; i++)
        {
            await casa.EnDbAsync(db => db.FrenosDeAcceso.ExecuteUpdateAsync(f => f.SetProperty(x => x.BloqueadoHasta, (DateTime?)null)));
            await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = "000000" }, "Entrar", estado: HttpStatusCode.UnprocessableEntity);
        }

        await casa.EnDbAsync(db => db.FrenosDeAcceso.ExecuteUpdateAsync(f => f.SetProperty(x => x.BloqueadoHasta, (DateTime?)null)));
        var tarde = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj) }, "Entrar");

        tarde.Direccion.AbsolutePath.ShouldBe("/entrar");
    }

    [Theory, AmbosMotores]
    public async Task El_secreto_del_autenticador_no_esta_en_la_base(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");

        var sellado = await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).Select(c => c.Autenticador).SingleAsync());

        sellado.ShouldNotBeNull().AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(cuenta.Autenticador)).ShouldBe(-1);
        sellado.Length.ShouldBe(cuenta.Autenticador.Length + 29); // suite, nonce, tag
    }
}
