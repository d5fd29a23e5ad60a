using System.Globalization;
using System.Net;
using Sintra.Expedientes;
using Sintra.Tests.Diccionario;

namespace Sintra.Tests.Expedientes;

/// <summary>The event is read as an event: with its persons or without any, in the words of its day, with its documents and what its next person may begin with.</summary>
public sealed class HechoTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Un_supuesto_caso_empieza_sin_personas_y_cada_una_que_llega_trae_lo_que_comparten(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var vacio = await (await navegador.AbrirAsync("/hechos/nuevo")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario>
            {
                ["hecho_canal"] = "DENUNCIA", ["hecho_formas"] = "LAB", ["hecho_num_victimas"] = "3", ["hecho_resumen"] = "Xochipilli dijo",
                ["hecho_lugar[1].hl_lugar.entidad"] = "07", ["hecho_lugar[1].hl_tipo_lugar"] = "11",
            },
            "Guardar el hecho");
        HechoId.TryParse(vacio.Direccion.Segments[2], CultureInfo.InvariantCulture, out var hecho).ShouldBeTrue();
        vacio.Texto.ShouldContain("Hecho reportado, sin víctimas registradas");
        vacio.Texto.ShouldContain("0 de 3 que se refieren");
        vacio.Html.ShouldNotContain("Xochipilli");

        var nueva = await vacio.SeguirAsync("Registrar a una persona de este hecho");
        nueva.Documento.QuerySelector("[name='det_lugar.entidad'] [value='07'][selected]").ShouldNotBeNull("the place of the event is proposed");
        var minimo = new Dictionary<string, CampoDeFormulario>(ExpedientesDePruebas.Minimo()) { ["det_lugar.entidad"] = "20", ["via_deteccion"] = "02", ["formas"] = "MEN" };
        minimo.Remove("det_lugar.municipio");
        var registrada = await (await nueva.EnviarAsync(minimo, "Continuar a revisar")).EnviarAsync(boton: "Registrar expediente");
        var leidas = await LecturasAsync();
        var otra = await registrada.SeguirAsync("Registrar otra persona del mismo hecho");
        otra.Direccion.Query.ShouldBe($"?hecho={hecho}");
        (await LecturasAsync()).ShouldBe(leidas + 1, "what it proposes is read in the file before");
        foreach (var marcado in new[] { "[name='det_lugar.entidad'] [value='20'][selected]", "[name='via_deteccion'] [value='02'][selected]", "[name='formas'][value='MEN'][checked]" })
        {
            otra.Documento.QuerySelector(marcado).ShouldNotBeNull($"{marcado} comes from the file before");
        }

        otra.Documento.QuerySelector("[name='sexo'][checked], [name='sexo'] [selected]:not([value=''])").ShouldBeNull("what is each one's own does not come");
        await otra.EnviarAsync(ExpedientesDePruebas.Minimo("16"), "Continuar a revisar");

        var pagina = await navegador.AbrirAsync($"/hechos/{hecho}");
        pagina.Documento.QuerySelectorAll("tbody tr th a[href^='/expedientes/']").Select(a => a.TextContent).ShouldContain("Borrador");
        pagina.Texto.ShouldContain("2 de 3 que se refieren");
        (await casa.EnDbAsync(db => db.Expedientes.CountAsync(e => e.Hecho == hecho))).ShouldBe(2);
        await navegador.AbrirAsync("/registro/nuevo?hecho=no-es-un-hecho", HttpStatusCode.NotFound);
        await navegador.AbrirAsync($"/registro/nuevo?hecho={HechoId.Nuevo()}", HttpStatusCode.NotFound);

        Task<int> LecturasAsync() => casa.EnDbAsync(db => db.Asientos.CountAsync(a =>
            a.Suceso == nameof(ExpedienteConsultado) && db.Set<Expediente>().Any(e => e.Hecho == hecho && e.Id == a.Expediente)));
    }

    [Theory, AmbosMotores]
    public async Task La_lista_de_documentos_se_guarda_de_una_vez_y_conserva_lo_demas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var lee = await casa.ComoAsync("FEVIMTRA", "atencion_a_victimas");
        var hecho = await casa.HechoDeAsync(await navegador.RegistrarAsync());
        await (await navegador.AbrirAsync($"/hechos/{hecho}/editar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["hecho_canal"] = "OPERATIVO", ["documento_operativo[1].dop_tipo"] = "CATEO", ["documento_operativo[1].dop_entregado"] = "NO" }, "Guardar el hecho");
        var vieja = await navegador.AbrirAsync($"/hechos/{hecho}");
        var marcas = new Dictionary<string, CampoDeFormulario> { ["entregados"] = (string[])["IPH", "CATEO"], ["reservados"] = "IPH" };

        var guardada = await vieja.EnviarAsync(marcas, "Guardar los documentos");

        guardada.Texto.ShouldContain("Se guardó la lista de documentos");
        guardada.Documento.QuerySelectorAll("input[name=entregados][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["IPH", "CATEO"]);
        guardada.Documento.QuerySelectorAll("input[name=reservados][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["IPH"]);
        guardada.Texto.ShouldContain("Operativo o cateo", customMessage: "the rest of the page stays");
        (await casa.EnDbAsync(db => db.SeccionesDeHecho.CountAsync(s => s.Hecho == hecho && s.Clave == "documento_operativo"))).ShouldBe(2);
        var ganada = await vieja.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["entregados"] = "PUESTA" }, "Guardar los documentos", estado: HttpStatusCode.UnprocessableEntity);
        ganada.Texto.ShouldContain("Otra persona guardó cambios");
        ganada.Documento.QuerySelectorAll("input[name=entregados][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["PUESTA"]);

        (await lee.AbrirAsync($"/hechos/{hecho}")).Texto.ShouldNotContain("Guardar los documentos");
        using var escrita = await lee.EnviarCrudoAsync($"/hechos/{hecho}", await lee.AbrirAsync("/registro/nuevo"), [new("entregados", "MEDIDAS")]);
        escrita.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, AmbosMotores]
    public async Task Quien_exploto_se_cuenta_por_sexo_y_papel_y_nada_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "medios_de_control", new() { ["num_tratantes"] = "4", ["tratante[1].trt_sexo"] = "H", ["tratante[1].trt_alias"] = "Tlacaelel" });

        var pagina = await navegador.AbrirAsync($"/hechos/{await casa.HechoDeAsync(id)}");

        pagina.Texto.ShouldContain("Hombre: 1");
        pagina.Texto.ShouldContain("hasta 4, según los expedientes");
        pagina.Html.ShouldNotContain("Tlacaelel");
    }

    [Theory, AmbosMotores]
    public async Task El_hecho_se_lee_con_las_palabras_de_su_dia_tambien_en_sus_lugares(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var pagina = await (await captura.AbrirAsync("/hechos/nuevo")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["hecho_canal"] = "DENUNCIA", ["hecho_formas"] = "LAB", ["hecho_lugar[1].hl_lugar.pais"] = "México", ["hecho_lugar[1].hl_lugar.entidad"] = "07" }, "Guardar el hecho");
        var diccionario = await casa.DiccionarioAsync();
        var etiqueta = diccionario["hecho_canal"].Etiqueta;
        await AdministrarTests.PrepararAsync(administra, "variable", "?clave=hecho_canal", new() { ["etiqueta"] = "Por dónde se supo" });
        await AdministrarTests.PrepararAsync(administra, "opcion", "?clave=canal_hecho/DENUNCIA", new() { ["nombre"] = "Denuncia, dicho de otro modo" });
        await AdministrarTests.PrepararAsync(administra, "opcion", "?clave=estados/07", new() { ["nombre"] = "Chiapas de otro modo" });
        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar la versión");

        var antes = await captura.AbrirAsync(pagina.Direccion.AbsolutePath);
        antes.Texto.ShouldContain(etiqueta);
        antes.Texto.ShouldContain("Denuncia o querella");
        antes.Texto.ShouldNotContain("de otro modo");

        var despues = await (await captura.AbrirAsync(pagina.Direccion.AbsolutePath + "/editar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["hecho_num_victimas"] = "4", ["hecho_lugar[1].hl_tipo_lugar"] = "11" }, "Guardar el hecho");
        despues.Texto.ShouldContain("Por dónde se supo");
        despues.Texto.ShouldContain("Chiapas de otro modo");
    }
}
