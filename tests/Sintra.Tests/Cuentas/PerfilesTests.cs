using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Profiles made and changed while the system runs.</summary>
public sealed class PerfilesTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Un_perfil_creado_en_pantalla_se_da_y_un_permiso_que_se_le_quita_ya_no_esta_en_la_siguiente_pagina(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        const string nombre = "Trabajo social";
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        var creado = await (await administra.AbrirAsync("/perfiles/copiar/osc")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Nombre"] = nombre, ["Permisos"] = (string[])["ExpedienteLeer", "ExpedienteRegistrar", "ExpedienteEscribir", "ConsentimientoEscribir"] }, "Crear perfil");

        creado.Texto.ShouldContain("El perfil quedó guardado");
        var clave = creado.Direccion.Segments[^1];
        clave.ShouldBe("trabajo_social");
        using var persona = await casa.ComoAsync("UETP-07", clave);
        await persona.AbrirAsync("/registro/nuevo");

        await (await administra.AbrirAsync($"/perfiles/editar/{clave}")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Permisos"] = (string[])["ExpedienteLeer"] }, "Guardar");

        await persona.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden);
        await persona.AbrirAsync("/registro");
        var cambio = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Suceso == nameof(PerfilCambiado) && a.Datos.Contains(clave)).SingleAsync());
        cambio.Datos.ShouldContain("ExpedienteRegistrar");
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_no_va_junto_se_dice_y_lo_marcado_sigue_ahi(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        var mal = await (await administra.AbrirAsync("/perfiles/copiar/mesa_de_ayuda")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Ayuda que ve", ["Nivel"] = "Revelar", ["Permisos"] = (string[])["AyudaAtender", "IdentidadRevelar"] },
            "Crear perfil",
            estado: HttpStatusCode.UnprocessableEntity);

        mal.Texto.ShouldContain("La mesa de ayuda nunca ve identidad");
        mal.Documento.QuerySelector("#p-IdentidadRevelar")!.HasAttribute("checked").ShouldBeTrue();
        mal.Documento.QuerySelector("#p-CuentaLeer")!.HasAttribute("checked").ShouldBeFalse();
        mal.Documento.QuerySelector("#Nombre")!.GetAttribute("value").ShouldBe("Ayuda que ve");
        (await casa.EnDbAsync(db => db.Perfiles.AnyAsync(p => p.Nombre == "Ayuda que ve"))).ShouldBeFalse();
    }

    [Fact]
    public void Los_perfiles_de_la_semilla_cumplen_las_reglas_de_cualquier_perfil() => SembrarCuentasHandler.LeerPerfiles()
        .SelectMany(p => ReglasDePerfil.Fallas(p.Permisos.ToHashSet(), p.Perfil.Alcance, p.Perfil.Nivel, p.Perfil.Cifras).Select(f => $"{p.Perfil.Clave}: {f.Mensaje}"))
        .ShouldBeEmpty();

    [Theory, AmbosMotores]
    public async Task Nadie_cambia_el_perfil_que_tiene_ni_el_de_la_administracion_nacional(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var pagina = await administra.AbrirAsync("/perfiles/administracion_nacional");
        pagina.Documento.QuerySelectorAll("a[href$='/editar/administracion_nacional']").ShouldBeEmpty();

        using var forzado = await administra.EnviarCrudoAsync("/perfiles/editar/administracion_nacional", pagina, [new("Nombre", "Mío"), new("Alcance", "Nacional"), new("Nivel", "Revelar"), new("Cifras", "Propio"), new("Permisos", "IdentidadRevelar")]);

        forzado.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.EnDbAsync(db => db.PermisosDePerfil.AnyAsync(p => p.Perfil == "administracion_nacional" && p.Permiso == Permiso.IdentidadRevelar))).ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task Un_perfil_retirado_no_se_ofrece_y_quien_lo_tiene_lo_conserva(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var persona = await casa.ComoAsync("UETP-07", "capacitacion");
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        (await (await administra.AbrirAsync("/perfiles/capacitacion")).EnviarAsync(boton: "Retirar")).Texto.ShouldContain("El perfil quedó retirado");

        (await administra.AbrirAsync("/cuentas/invitar")).Documento.QuerySelectorAll("option[value=capacitacion]").ShouldBeEmpty();
        await persona.AbrirAsync("/politica");
        (await (await administra.AbrirAsync("/perfiles/capacitacion")).EnviarAsync(boton: "Volver a usar")).Texto.ShouldContain("puede darse de nuevo");
        (await administra.AbrirAsync("/cuentas/invitar")).Documento.QuerySelectorAll("option[value=capacitacion]").Length.ShouldBe(1);
    }

    [Theory, AmbosMotores]
    public async Task El_perfil_que_se_da_a_una_cuenta_actua_en_su_siguiente_pagina(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var persona = await casa.YaDentroAsync(cuenta);
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");
        await persona.AbrirAsync("/registro/nuevo");

        var cambiada = await (await administra.AbrirAsync($"/cuentas/{cuenta.Id}/perfil")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Perfil"] = "enlace_institucional" }, "Cambiar perfil");

        cambiada.Texto.ShouldContain("La cuenta tiene el perfil nuevo");
        await persona.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden);
        (await administra.AbrirAsync($"/cuentas/{cuenta.Id}/perfil")).Documento.QuerySelectorAll("option[value=mesa_de_ayuda], option[value=poder_judicial], option[value=ministerio_publico]").ShouldBeEmpty();
    }

    [Theory, AmbosMotores]
    public async Task Ver_como_ensena_las_pantallas_de_otro_perfil_sin_datos_y_sin_enviar_nada(Motor motor)
    {
        var casa = await casas.De(motor);
        using (var ministerio = await casa.ComoAsync("FEVIMTRA", "ministerio_publico"))
        {
            await ministerio.RegistrarAsync();
        }

        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        var inicio = await (await administra.AbrirAsync("/perfiles/ministerio_publico")).EnviarAsync(boton: "Ver como este perfil");

        inicio.Texto.ShouldContain("Está viendo el sistema como «Ministerio Público y unidad especializada»");
        (await administra.AbrirAsync("/registro")).Documento.QuerySelectorAll("main a[href*='/expedientes/']").ShouldBeEmpty();
        await administra.AbrirAsync("/registro/nuevo");
        await administra.AbrirAsync("/cuentas", HttpStatusCode.Forbidden);
        var muestra = await inicio.SeguirAsync("Expediente de muestra");
        muestra.Texto.ShouldContain("Puede mostrar:");
        muestra.Texto.ShouldContain("Protegida");
        using var enviado = await administra.EnviarCrudoAsync("/registro/nuevo", inicio, [new("sexo", "M")]);
        enviado.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await enviado.Content.ReadAsStringAsync(Puerta.Ct)).ShouldContain("nada de lo que envíe se guarda");

        var fin = await inicio.EnviarAsync(boton: "Terminar");
        fin.Texto.ShouldNotContain("Está viendo el sistema como");
        await administra.AbrirAsync("/cuentas");
    }

    [Theory, AmbosMotores]
    public async Task La_muestra_no_ensena_a_un_perfil_lo_que_no_ve(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        (await administra.AbrirAsync("/perfiles/linea_telefonica/muestra")).Texto.ShouldContain("No puede mostrar nada de lo protegido");
        (await administra.AbrirAsync("/perfiles/auditoria/muestra")).Texto.ShouldContain("no ve expedientes");
        using var ajena = await casa.ComoAsync("UETP-07", "osc");
        await ajena.AbrirAsync("/perfiles/osc/muestra", HttpStatusCode.NotFound);
    }
}
