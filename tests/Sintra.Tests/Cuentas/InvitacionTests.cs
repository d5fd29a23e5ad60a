using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

public sealed class InvitacionTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task El_enlace_de_la_primera_administracion_abre_una_vez_y_luego_ninguno_sirve(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        // The start-up makes one of its own once it serves.
        while (!await casa.EnDbAsync(db => db.Invitaciones.AnyAsync()))
        {
            await Task.Delay(50, Puerta.Ct);
        }

        var enlaces = new List<Uri>();
        for (var i = 0; i < 2; i++)
        {
            enlaces.Add((await casa.EnAlcanceAsync(Sesion.Anonima, sp => sp.GetRequiredService<CrearPrimeraAdministracionHandler>().EjecutarAsync(Puerta.Ct)))!);
        }

        using var navegador = casa.Navegador();
        (await navegador.AbrirAsync(enlaces[0].AbsolutePath, HttpStatusCode.Gone)).Texto.ShouldContain("ya no sirve");
        var bienvenida = await navegador.AbrirAsync(enlaces[1].AbsolutePath);
        var inscripcion = await bienvenida.EnviarAsync(new Dictionary<string, CampoDeFormulario>(Puerta.Activacion(bienvenida)) { ["Correo"] = "primera@pruebas.example" }, "Activar");

        inscripcion.Direccion.AbsolutePath.ShouldBe("/cuenta/segundo-factor");
        (await navegador.AbrirAsync(enlaces[1].AbsolutePath, HttpStatusCode.Gone)).Titulo.ShouldContain("ya no sirve");
        (await casa.EnAlcanceAsync(Sesion.Anonima, sp => sp.GetRequiredService<CrearPrimeraAdministracionHandler>().EjecutarAsync(Puerta.Ct))).ShouldBeNull();
        var cuenta = await casa.EnDbAsync(db => db.Cuentas.SingleAsync());
        (cuenta.Perfil, cuenta.Institucion, cuenta.Estado).ShouldBe((Perfil.AdministracionNacional, "CITP-ST", EstadoDeCuenta.Activa));
    }

    [Theory, AmbosMotores]
    public async Task Abrir_el_enlace_no_lo_gasta_y_usarlo_si(Motor motor)
    {
        var casa = await casas.De(motor);
        var (correo, camino) = await casa.InvitarAsync("UETP-07", "osc");
        using var navegador = casa.Navegador();
        await navegador.AbrirAsync(camino);
        var pagina = await navegador.AbrirAsync(camino);

        var mal = await Puerta.ActivarAsync(pagina, repetida: "otra distinta de la primera", estado: HttpStatusCode.UnprocessableEntity);
        mal.Texto.ShouldContain("Las dos contraseñas son distintas");
        mal.Documento.QuerySelector("#Nombre")!.GetAttribute("value").ShouldBe("Persona de Prueba");
        mal.Documento.QuerySelector("#Password")!.GetAttribute("value").ShouldBeNull();
        (await Puerta.ActivarAsync(pagina, "sintra trata victima", estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Elija otra contraseña");
        await Puerta.ActivarAsync(pagina);

        using var otro = casa.Navegador();
        await otro.AbrirAsync(camino, HttpStatusCode.Gone);
        using var repetida = await otro.EnviarCrudoAsync(camino, await otro.AbrirAsync("/entrar"), [new("Nombre", "Otra"), new("Password", Puerta.Frase + " x"), new("Repetida", Puerta.Frase + " x")]);
        repetida.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Correo == correo))).Nombre.ShouldBe("Persona de Prueba");
    }

    [Theory, AmbosMotores]
    public async Task Un_enlace_vencido_y_uno_sustituido_no_sirven(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = casa.Navegador();
        var (correo, primero) = await casa.InvitarAsync("UETP-07", "osc");
        var (_, segundo) = await casa.InvitarAsync("UETP-07", "osc", correo);

        await navegador.AbrirAsync(primero, HttpStatusCode.Gone);
        await navegador.AbrirAsync(segundo);
        var id = (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Correo == correo))).Id;
        var vigente = await casa.EnDbAsync(db => db.Invitaciones.SingleAsync(i => i.Cuenta == id && i.UsadaEn == null));
        (vigente.Expira - vigente.CreadaEn).ShouldBe(TimeSpan.FromHours(72));
        await casa.EnDbAsync(db => db.Invitaciones.Where(i => i.Id == vigente.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Expira, casa.Reloj.Ahora)));
        await navegador.AbrirAsync(segundo, HttpStatusCode.Gone);
    }

    [Theory, AmbosMotores]
    public async Task Quien_administra_su_institucion_invita_solo_ahi_y_sin_privilegios(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "administracion_institucional");
        var pagina = await navegador.AbrirAsync("/cuentas/invitar");

        pagina.Documento.QuerySelectorAll("#Institucion option").Select(o => o.GetAttribute("value")).ShouldBe(["UETP-07"]);
        pagina.Documento.QuerySelectorAll("#Perfil option").Select(o => o.GetAttribute("value")).ShouldNotContain("ministerio_publico");
        var correo = $"{Guid.NewGuid():n}@pruebas.example";
        foreach (var (institucion, perfil) in new[] { ("UETP-20", "osc"), ("UETP-07", "administracion_nacional"), ("UETP-07", "cliente_api") })
        {
            using var directo = await navegador.EnviarCrudoAsync("/cuentas/invitar", pagina, [new("Correo", correo), new("Institucion", institucion), new("Perfil", perfil)]);
            directo.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{institucion} {perfil}");
        }

        (await casa.EnDbAsync(db => db.Cuentas.AnyAsync(c => c.Correo == correo))).ShouldBeFalse();
        var lista = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Correo"] = correo, ["Institucion"] = "UETP-07", ["Perfil"] = "osc" }, "Enviar");
        lista.Texto.ShouldContain("Se envió la invitación");
        lista.Texto.ShouldContain(correo);
        lista.Html.ShouldNotContain("/bienvenida/");
    }

    [Fact]
    public async Task Sin_permiso_de_administrar_no_se_invita()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var auditoria = await casa.ComoAsync("CITP-ST", "auditoria");

        (await auditoria.AbrirAsync("/cuentas")).Documento.QuerySelectorAll("a[href$='/suspender']").ShouldBeEmpty();
        await auditoria.AbrirAsync("/cuentas/invitar", HttpStatusCode.Forbidden);
    }

    [Theory, AmbosMotores]
    public async Task Una_contrasena_perdida_se_sustituye_y_el_segundo_factor_se_sigue_pidiendo(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        await casa.EnAlcanceAsync(Puerta.Nacional(Permiso.CuentaAdministrarNacional), sp => sp.GetRequiredService<SuspenderCuentaHandler>().EjecutarAsync(cuenta.Id, Puerta.Ct));
        var (_, camino) = await casa.InvitarAsync("UETP-07", "osc", cuenta.Correo);
        using var navegador = casa.Navegador();

        var codigo = await Puerta.ActivarAsync(await navegador.AbrirAsync(camino));

        codigo.Direccion.AbsolutePath.ShouldBe("/entrar/codigo");
        var dentro = await codigo.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Apoyo.Totp.Codigo(cuenta.Autenticador, casa.Reloj) }, "Entrar");
        dentro.Direccion.AbsolutePath.ShouldBe("/");
    }

    [Theory]
    [InlineData("")]
    [InlineData("sin-arroba")]
    [InlineData("a@localhost")]
    [InlineData("Nombre <a@b.mx>")]
    [InlineData("a@b.mx\r\nBcc: c@d.mx")]
    [InlineData("a@b.mx, c@d.mx")]
    public async Task Un_correo_que_no_es_una_direccion_se_rechaza(string correo)
    {
        var casa = await casas.De(Motor.Sqlite);

        var resultado = await casa.EnAlcanceAsync(Puerta.Nacional(Permiso.CuentaAdministrarNacional), sp =>
            sp.GetRequiredService<InvitarCuentaHandler>().EjecutarAsync(new(correo, "UETP-07", "osc"), Puerta.Ct));

        resultado.Fallas.ShouldHaveSingleItem().Campo.ShouldBe(nameof(InvitarCuenta.Correo));
    }

    [Fact]
    public async Task El_mensaje_lleva_enlace_e_institucion_y_nada_de_quien_invita_y_solo_su_dueno_lo_lee()
    {
        var casa = await casas.De(Motor.Sqlite);
        var (correo, camino) = await casa.InvitarAsync("UETP-07", "osc");

        var mensaje = await casa.UltimoMensajeAsync(correo);

        mensaje.TextBody!.ShouldContain(camino);
        mensaje.HtmlBody!.ShouldContain(camino);
        mensaje.TextBody!.ShouldContain("You have been invited to use");
        mensaje.HtmlBody!.Split(camino).Length.ShouldBe(2, "the link stands once");
        mensaje.TextBody!.ShouldNotContain("CITP-ST");
        mensaje.Subject!.ShouldNotContain(correo);
        foreach (var archivo in OperatingSystem.IsWindows() ? [] : Directory.EnumerateFiles(casa.Datos.Correo))
        {
            new FileInfo(archivo).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        casa.Registro.Lineas.Select(l => l.Texto).ShouldAllBe(linea => !linea.Contains(correo) && !linea.Contains(camino));
    }
}
