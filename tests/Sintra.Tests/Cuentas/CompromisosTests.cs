using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Terms, confidentiality and conduct: read and accepted, by version, before anything else.</summary>
public sealed class CompromisosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Sin_aceptar_no_se_activa_la_cuenta_y_lo_escrito_sigue_ahi(Motor motor)
    {
        var casa = await casas.De(motor);
        var (correo, camino) = await casa.InvitarAsync("UETP-07", "osc");
        using var navegador = casa.Navegador();
        var bienvenida = await navegador.AbrirAsync(camino);
        bienvenida.Texto.ShouldContain("Carta de confidencialidad");
        var campos = Puerta.Activacion(bienvenida);
        campos["compromisos"] = (string[])[bienvenida.Compromisos[0]];

        var mal = await bienvenida.EnviarAsync(campos, "Activar", estado: HttpStatusCode.UnprocessableEntity);

        mal.Documento.QuerySelectorAll("[role=alert] a").Length.ShouldBe(2);
        mal.Documento.QuerySelector("#Nombre")!.GetAttribute("value").ShouldBe("Persona de Prueba");
        mal.Documento.QuerySelectorAll("input[name=compromisos][checked]").Length.ShouldBe(1);
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Correo == correo))).Estado.ShouldBe(EstadoDeCuenta.Invitada);
        await Puerta.ActivarAsync(mal);
        (await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Correo == correo).Join(db.CompromisosAceptados, c => c.Id, a => a.Cuenta, (_, a) => a).CountAsync())).ShouldBe(3);
    }

    [Theory, AmbosMotores]
    public async Task Una_version_nueva_se_pide_en_la_siguiente_pagina_y_la_anterior_se_conserva(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var persona = await casa.YaDentroAsync(cuenta);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        await persona.AbrirAsync("/registro/nuevo");
        var hoy = casa.Reloj.Hoy.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await (await administra.AbrirAsync("/compromisos/conducta/publicar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Texto"] = "Nuevo código de conducta.\n\nSegundo párrafo.", ["Desde"] = hoy }, "Publicar");

        var pedida = await persona.AbrirAsync("/registro/nuevo");
        pedida.Direccion.AbsolutePath.ShouldBe("/cuenta/compromisos");
        pedida.Texto.ShouldContain("Nuevo código de conducta.");
        using var forzada = await persona.EnviarCrudoAsync("/registro/nuevo", pedida, []);
        forzada.Headers.Location!.OriginalString.ShouldBe("/cuenta/compromisos");
        var aceptada = await pedida.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["compromisos"] = pedida.Compromisos }, "Aceptar");
        aceptada.Direccion.AbsolutePath.ShouldBe("/");
        await persona.AbrirAsync("/registro/nuevo");
        (await casa.EnDbAsync(db => db.CompromisosAceptados.CountAsync(a => a.Cuenta == cuenta.Id))).ShouldBe(4);
        (await casa.EnDbAsync(db => db.Compromisos.CountAsync(c => c.Clave == "conducta"))).ShouldBe(2);
    }

    [Theory, AmbosMotores]
    public async Task Una_version_igual_o_de_un_dia_pasado_no_se_publica(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var pagina = await administra.AbrirAsync("/compromisos/terminos/publicar");

        var igual = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Desde"] = "2020-01-01" }, "Publicar", estado: HttpStatusCode.UnprocessableEntity);

        igual.Texto.ShouldContain("Es igual a la versión anterior");
        igual.Texto.ShouldContain("Elija desde qué día se pide");
        (await casa.EnDbAsync(db => db.Compromisos.CountAsync(c => c.Clave == "terminos"))).ShouldBe(1);
    }
}
