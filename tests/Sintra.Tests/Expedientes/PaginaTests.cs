using System.Net;

namespace Sintra.Tests.Expedientes;

/// <summary>The one page that captures any page of the dictionary: rows, versions and what it does with answers it does not show.</summary>
public sealed class PaginaTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Cada_pagina_del_diccionario_se_abre_se_llena_y_vuelve_a_mostrar_lo_que_no_se_protege(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));

        foreach (var pagina in diccionario.Paginas.Where(p => p.Tipo == "generica"))
        {
            var abierta = await navegador.PaginaAsync(id, pagina.Clave);
            var respuestas = abierta.LlenarTodo(diccionario, pagina.Clave, _ => "Texto de prueba");
            respuestas.ShouldNotBeEmpty(pagina.Clave);

            await abierta.EnviarAsync(respuestas, ExpedientesDePruebas.Guardar);

            var deVuelta = (await navegador.PaginaAsync(id, pagina.Clave)).Documento;
            foreach (var (nombre, valor) in respuestas.Where(r => diccionario.Buscar(r.Key) is { Sellada: false, Tipo: Sintra.Diccionario.TipoDeVariable.Entero }))
            {
                deVuelta.QuerySelector($"[name='{nombre}']")!.GetAttribute("value").ShouldBe(valor.Valores[0], nombre);
            }

            (await casa.SeccionesAsync(id)).ShouldContain(s => s.Clave == pagina.Clave && s.Fila == 0, pagina.Clave);
        }
    }

    [Theory, AmbosMotores]
    public async Task Las_filas_conservan_su_numero_aunque_se_quite_una(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        const string pagina = "explotacion";
        await navegador.GuardarAsync(id, pagina, new() { ["explotacion[1].otras_victimas"] = "11" });
        var conOtra = await (await navegador.PaginaAsync(id, pagina)).EnviarAsync(boton: "Agregar");
        conOtra.Controles().ShouldContain("explotacion[2].otras_victimas");
        await conOtra.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["explotacion[2].otras_victimas"] = "22" }, ExpedientesDePruebas.Guardar);

        await navegador.GuardarAsync(id, pagina, new() { ["explotacion[1].quitar"] = "on" });

        var despues = await navegador.ConFilasAsync($"/expedientes/{id}/paginas/{pagina}", ["explotacion[2].otras_victimas"]);
        despues.Controles().ShouldNotContain("explotacion[1].otras_victimas");
        despues.Documento.QuerySelector("[name='explotacion[2].otras_victimas']")!.GetAttribute("value").ShouldBe("22");
        (await despues.EnviarAsync(boton: "Agregar")).Controles().ShouldContain("explotacion[3].otras_victimas");
        (await casa.SeccionesAsync(id)).Where(s => s.Clave == "explotacion" && s.Fila > 0).Select(s => (s.Fila, s.Retirada)).ShouldBe([(1, true), (2, false)]);
    }

    [Theory, AmbosMotores]
    public async Task Borrar_la_unica_respuesta_de_una_fila_la_borra(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].otras_victimas"] = "77" });

        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].otras_victimas"] = "" });

        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "explotacion" && s.Fila == 1).Abiertas.ShouldNotContain("77");
    }

    [Theory, AmbosMotores]
    public async Task Pedir_una_fila_mas_no_guarda_nada(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var antes = await casa.HuellaAsync(id);

        var conOtra = await (await navegador.PaginaAsync(id, "familia_y_dependientes")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["familiar[1].fam_nombre"] = "Nombre a medias" }, "Agregar");

        conOtra.Documento.QuerySelector("[name='familiar[1].fam_nombre']")!.GetAttribute("value").ShouldBe("Nombre a medias");
        (await casa.HuellaAsync(id)).ShouldBe(antes);
    }

    [Theory, AmbosMotores]
    public async Task Quien_guarda_sobre_una_pagina_que_ya_cambio_no_pisa_a_nadie_y_conserva_lo_que_escribio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var vieja = await navegador.PaginaAsync(id, "familia_y_dependientes");
        await colega.GuardarAsync(id, "familia_y_dependientes", new() { ["num_hijos"] = "3" });
        var antes = await casa.HuellaAsync(id);

        var negada = await vieja.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["num_hijos"] = "5" }, ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);

        negada.Texto.ShouldContain("Otra persona guardó cambios en esta página");
        negada.Documento.QuerySelector("[name=num_hijos]")!.GetAttribute("value").ShouldBe("5");
        (await casa.HuellaAsync(id)).ShouldBe(antes);

        // Only with the other value before one's eyes may it be replaced.
        var guardado = negada.Documento.QuerySelectorAll(".s-tarjeta").Single(t => t.TextContent.Contains("Guardado ahora", StringComparison.Ordinal));
        guardado.QuerySelectorAll("tbody td").Take(2).Select(d => d.TextContent.Trim()).ShouldBe(["5", "3"]);
        await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "familia_y_dependientes" && s.Fila == 0).Abiertas.Replace(" ", "").ShouldContain("\"num_hijos\":5");
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_ya_no_aplica_se_conserva(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "necesidades", new() { ["requiere_interprete"] = "SI", ["interprete_independiente"] = "SI" });

        await navegador.GuardarAsync(id, "necesidades", new() { ["requiere_interprete"] = "NO" });

        (await navegador.PaginaAsync(id, "necesidades")).Texto.ShouldContain("Hoy no aplica: lo escrito se conserva y no se cuenta.");
        var abiertas = (await casa.SeccionesAsync(id)).Single(s => s.Clave == "necesidades" && s.Fila == 0).Abiertas.Replace(" ", "");
        abiertas.ShouldContain("\"requiere_interprete\":\"NO\"");
        abiertas.ShouldContain("\"interprete_independiente\":\"SI\"");
    }

    [Theory, AmbosMotores]
    public async Task Una_edad_fuera_de_esta_pagina_cambia_lo_que_se_pregunta_y_no_borra_lo_contestado(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        await navegador.GuardarAsync(id, "procuraduria_nna", new() { ["procuraduria_notificada"] = "SI" });
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "30" });

        var pagina = await navegador.PaginaAsync(id, "procuraduria_nna");
        await pagina.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "procuraduria_nna" && s.Fila == 0).Abiertas.ShouldContain("procuraduria_notificada");
    }
}
