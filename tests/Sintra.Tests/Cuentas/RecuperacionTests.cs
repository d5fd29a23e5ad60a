using System.Net;
using Sintra.Cuentas;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Cuentas;

/// <summary>Two administrators give an account back to who has lost the second factor; the person hears of it and may stop it.</summary>
public sealed class RecuperacionTests(Casas casas)
{
    private const string Administra = "administracion_institucional";

    [Theory, AmbosMotores]
    public async Task Dos_personas_la_recuperan_y_todo_lo_anterior_deja_de_servir(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaConLlaveAsync(llave);
        using var suyo = await casa.YaDentroAsync(cuenta);
        using var primera = await casa.ComoAsync("UETP-07", Administra);
        using var segunda = await casa.ComoAsync("UETP-07", Administra);

        (await AbrirAsync(primera, cuenta)).Texto.ShouldContain("La recuperación quedó abierta");
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Otra persona que administra tiene que confirmarlo");
        (await suyo.AbrirAsync("/cuenta")).Texto.ShouldContain("pidió recuperar el acceso a su cuenta");
        (await ConfirmarAsync(segunda, cuenta)).Texto.ShouldContain("Se recuperó el acceso");

        (await suyo.AbrirAsync("/cuenta")).Direccion.AbsolutePath.ShouldBe("/entrar");
        using var nadie = casa.Navegador();
        await nadie.EntrarConLlaveAsync(llave, HttpStatusCode.UnprocessableEntity);
        await Puerta.EntrarAsync(nadie, cuenta.Correo, cuenta.Password, estado: HttpStatusCode.UnprocessableEntity);
        var quedan = await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Id == cuenta.Id));
        (quedan.PasswordHash, quedan.Autenticador, quedan.SegundoFactor, quedan.Estado).ShouldBe((null, null, false, EstadoDeCuenta.Invitada));
        (await casa.EnDbAsync(db => db.CodigosDeRecuperacion.AnyAsync(c => c.Cuenta == cuenta.Id && c.UsadoEn == null))).ShouldBeFalse();

        using var navegador = casa.Navegador();
        var enlace = Puerta.EnlaceDe(await casa.UltimoMensajeAsync(cuenta.Correo));
        var inscripcion = await Puerta.ActivarAsync(await navegador.AbrirAsync(enlace));
        inscripcion.Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        var clave = inscripcion.Documento.QuerySelector(".s-clave")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        clave.ShouldNotBe(cuenta.Autenticador);
        await inscripcion.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(clave, casa.Reloj) }, "Activar");
        (await casa.EnDbAsync(db => db.Asientos.Where(a => a.Datos.Contains(cuenta.Id.ToString())).Select(a => a.Suceso).ToListAsync()))
            .ShouldBe([nameof(RecuperacionAbierta), nameof(CuentaInvitada), nameof(RecuperacionConfirmada)], ignoreOrder: true);
    }

    [Theory, AmbosMotores]
    public async Task Ni_quien_la_abrio_ni_la_propia_persona_la_confirman(Motor motor)
    {
        var casa = await casas.De(motor);
        var (nacional, otra) = (await casa.CuentaAsync("CITP-ST", "administracion_nacional"), await casa.CuentaAsync("CITP-ST", "administracion_nacional"));
        using var primera = await casa.YaDentroAsync(nacional);
        using var persona = await casa.YaDentroAsync(otra);

        (await (await primera.AbrirAsync($"/cuentas/{nacional.Id}/recuperar")).EnviarAsync(EnPersona, "Abrir", estado: HttpStatusCode.UnprocessableEntity))
            .Texto.ShouldContain("No puede recuperar su propia cuenta");
        await AbrirAsync(primera, otra);

        var id = await IdAsync(casa, otra);
        foreach (var navegador in new[] { primera, persona })
        {
            var lista = await navegador.AbrirAsync("/cuentas/recuperaciones");
            lista.Documento.QuerySelectorAll($"form[action*=Confirmar] [value='{id}']").ShouldBeEmpty();
            using var cruda = await navegador.EnviarCrudoAsync("/cuentas/recuperaciones?handler=Confirmar", lista, [new("id", id.ToString())]);
            cruda.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Id == otra.Id))).Estado.ShouldBe(EstadoDeCuenta.Activa);
    }

    [Theory]
    [AmbosMotores("UETP-20", "osc")]
    [AmbosMotores("UETP-07", "ministerio_publico")]
    public async Task Solo_para_cuentas_que_uno_puede_dar_y_quitar(Motor motor, string institucion, string perfil)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync(institucion, perfil);
        using var navegador = await casa.ComoAsync("UETP-07", Administra);
        using var nacional = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        await AbrirAsync(nacional, cuenta);

        await navegador.AbrirAsync($"/cuentas/{cuenta.Id}/recuperar", HttpStatusCode.NotFound);
        var lista = await navegador.AbrirAsync("/cuentas/recuperaciones");
        lista.Texto.ShouldNotContain(cuenta.Correo);
        using var cruda = await navegador.EnviarCrudoAsync("/cuentas/recuperaciones?handler=Confirmar", await navegador.AbrirAsync("/cuentas/invitar"), [new("id", (await IdAsync(casa, cuenta)).ToString())]);
        cruda.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Si_la_persona_entra_se_cancela(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var primera = await casa.ComoAsync("UETP-07", Administra);
        using var segunda = await casa.ComoAsync("UETP-07", Administra);
        await AbrirAsync(primera, cuenta);
        var id = await IdAsync(casa, cuenta);

        using var suyo = casa.Navegador();
        await casa.EntrarAsync(suyo, cuenta);

        using var tarde = await segunda.EnviarCrudoAsync("/cuentas/recuperaciones?handler=Confirmar", await segunda.AbrirAsync("/cuentas/recuperaciones"), [new("id", id.ToString())]);
        tarde.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await casa.EnDbAsync(db => db.RecuperacionesDeAcceso.SingleAsync(r => r.Id == id))).CerradaPor.ShouldBe(cuenta.Id);
        (await casa.SucesosDeAsync(cuenta)).ShouldContain(nameof(RecuperacionCancelada));
        (await casa.UltimoMensajeAsync(cuenta.Correo)).TextBody!.ShouldContain("Se canceló la recuperación");
    }

    [Theory, AmbosMotores]
    public async Task Cualquiera_de_las_dos_la_cancela_y_a_las_72_horas_vence(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var primera = await casa.ComoAsync("UETP-07", Administra);
        using var segunda = await casa.ComoAsync("UETP-07", Administra);
        await AbrirAsync(primera, cuenta);
        (await primera.AbrirAsync($"/cuentas/{cuenta.Id}/recuperar")).Titulo.ShouldContain("Recuperar");
        await AbrirAsync(primera, cuenta, HttpStatusCode.UnprocessableEntity);
        (await primera.AbrirAsync("/cuentas/recuperaciones")).Texto.ShouldContain(cuenta.Correo);
        (await EnLaListaAsync(primera, cuenta, "Cancelar")).Texto.ShouldContain("quedó cancelada");

        await AbrirAsync(primera, cuenta);
        var id = await IdAsync(casa, cuenta);
        var abierta = await casa.EnDbAsync(db => db.RecuperacionesDeAcceso.SingleAsync(r => r.Id == id));
        (abierta.Expira - abierta.AbiertaEn).ShouldBe(TimeSpan.FromHours(72));
        await casa.EnDbAsync(db => db.RecuperacionesDeAcceso.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Expira, casa.Reloj.Ahora.AddSeconds(-1))));

        (await segunda.AbrirAsync("/cuentas/recuperaciones")).Texto.ShouldNotContain(cuenta.Correo);
        using var tarde = await segunda.EnviarCrudoAsync("/cuentas/recuperaciones?handler=Confirmar", await segunda.AbrirAsync("/cuentas/recuperaciones"), [new("id", id.ToString())]);
        tarde.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [AmbosMotores("", "", "Elija cómo comprobó la identidad")]
    [AmbosMotores("Oficio", " ", "Escriba el número del oficio")]
    public async Task Dice_como_se_comprobo_la_identidad(Motor motor, string comprobacion, string oficio, string mensaje)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var primera = await casa.ComoAsync("UETP-07", Administra);
        var campos = new Dictionary<string, CampoDeFormulario> { ["Comprobacion"] = comprobacion.Length > 0 ? new[] { comprobacion } : [], ["Oficio"] = oficio };

        var negada = await (await primera.AbrirAsync($"/cuentas/{cuenta.Id}/recuperar")).EnviarAsync(campos, "Abrir", estado: HttpStatusCode.UnprocessableEntity);

        negada.Texto.ShouldContain(mensaje);
        (await casa.EnDbAsync(db => db.RecuperacionesDeAcceso.AnyAsync(r => r.Cuenta == cuenta.Id))).ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task Abrirla_y_confirmarla_piden_comprobar_de_nuevo_quien_se_es(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var administra = await casa.CuentaAsync("UETP-07", Administra);
        using var navegador = await casa.YaDentroAsync(administra);
        await casa.EnvejecerAsync(administra, TimeSpan.FromMinutes(6));

        (await navegador.AbrirAsync($"/cuentas/{cuenta.Id}/recuperar")).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
        (await navegador.AbrirAsync("/cuentas/recuperaciones")).Direccion.AbsolutePath.ShouldBe("/cuenta/verificar");
    }

    private static Dictionary<string, CampoDeFormulario> EnPersona => new() { ["Comprobacion"] = new[] { "EnPersona" } };

    private static async Task<PaginaHtml> AbrirAsync(NavegadorHttp navegador, CuentaDePruebas cuenta, HttpStatusCode estado = HttpStatusCode.OK) =>
        await (await navegador.AbrirAsync($"/cuentas/{cuenta.Id}/recuperar")).EnviarAsync(EnPersona, "Abrir", estado: estado);

    private static Task<PaginaHtml> ConfirmarAsync(NavegadorHttp navegador, CuentaDePruebas cuenta) => EnLaListaAsync(navegador, cuenta, "Confirmar");

    // The shared house may have other recoveries open: the card of this account.
    private static async Task<PaginaHtml> EnLaListaAsync(NavegadorHttp navegador, CuentaDePruebas cuenta, string boton)
    {
        var lista = await navegador.AbrirAsync("/cuentas/recuperaciones");
        var tarjeta = lista.Documento.QuerySelectorAll("main section").Single(s => s.TextContent.Contains(cuenta.Correo, StringComparison.Ordinal));
        var id = tarjeta.QuerySelector("input[name=id]")!.GetAttribute("value");
        return await lista.EnviarAsync(boton: boton, formulario: $"form[action*={boton}]:has([value='{id}'])");
    }

    private static Task<Guid> IdAsync(Casa casa, CuentaDePruebas cuenta) =>
        casa.EnDbAsync(db => db.RecuperacionesDeAcceso.Where(r => r.Cuenta == cuenta.Id && r.Estado == EstadoDeRecuperacion.Abierta).Select(r => r.Id).SingleAsync());
}
