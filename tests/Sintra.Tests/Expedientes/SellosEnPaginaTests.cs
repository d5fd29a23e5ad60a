
namespace Sintra.Tests.Expedientes;

/// <summary>What a page does with answers that its reader does not see: keeps them, and never sends them.</summary>
public sealed class SellosEnPaginaTests(Casas casas)
{
    private const string Identidad = "documentos_e_identidad";
    private const string Nombre = "Citlalmina";

    [Theory, AmbosMotores]
    public async Task Un_nombre_guardado_no_esta_en_ninguna_pagina_ni_en_claro_en_la_base_ni_en_la_bitacora(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Identidad, new() { ["nombres"] = Nombre });

        foreach (var ruta in new[] { "", "/datos", "/consultas", "/mostrar", $"/paginas/{Identidad}" })
        {
            (await navegador.AbrirAsync($"/expedientes/{id}{ruta}")).Html.ShouldNotContain(Nombre, customMessage: ruta);
        }

        (await navegador.PaginaAsync(id, Identidad)).Texto.ShouldContain("Protegida: hay un dato registrado");
        (await casa.SeccionesAsync(id)).ShouldAllBe(s => !s.Abiertas.Contains(Nombre));
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == Identidad && s.Fila == 0).ClavesSelladas.ShouldContain("nombres");
        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Expediente == id && a.Datos.Contains(Nombre)))).ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task Enviada_en_blanco_y_sin_revelar_conserva_lo_sellado(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);

        await navegador.GuardarAsync(id, Identidad, new() { ["alias"] = "Estrella" });

        await navegador.RevelarAsync(id, "nombre");
        var pagina = await navegador.PaginaAsync(id, Identidad);
        Valor(pagina, "nombres").ShouldBe(Nombre);
        Valor(pagina, "alias").ShouldBe("Estrella");
    }

    [Theory, AmbosMotores]
    public async Task Revelada_y_en_blanco_se_borra(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        await navegador.RevelarAsync(id, "nombre");

        await navegador.GuardarAsync(id, Identidad, new() { ["nombres"] = "" });

        (await casa.SeccionesAsync(id)).Single(s => s.Clave == Identidad && s.Fila == 0).ClavesSelladas.ShouldNotContain("nombres");
    }

    [Theory, AmbosMotores]
    public async Task Un_formulario_abierto_antes_de_revelar_no_borra_lo_que_no_mostraba(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        var protegida = await navegador.PaginaAsync(id, Identidad);
        await navegador.RevelarAsync(id, "nombre");

        await protegida.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["alias"] = "Estrella" }, ExpedientesDePruebas.Guardar);

        Valor(await navegador.PaginaAsync(id, Identidad), "nombres").ShouldBe(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task El_hecho_abierto_antes_de_revelar_tampoco_borra_su_resumen(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/hechos/{await casa.HechoDeAsync(id)}/editar";
        await (await navegador.AbrirAsync(ruta)).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["hecho_resumen"] = Nombre }, ExpedientesDePruebas.Guardar);
        var protegido = await navegador.AbrirAsync(ruta);
        protegido.Html.ShouldNotContain(Nombre);
        await navegador.RevelarAsync(id, "relato");

        await protegido.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["hecho_num_victimas"] = "2" }, ExpedientesDePruebas.Guardar);

        (await navegador.AbrirAsync(ruta)).Html.ShouldContain(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task La_localidad_y_lo_que_refirio_se_conservan_aunque_se_cambie_la_entidad(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "datos_generales", new() { ["lugar_residencia.entidad"] = "29", ["lugar_residencia.localidad"] = "Tizatlán", ["lugar_residencia.como"] = "atrás del río seco" });
        var protegida = await navegador.PaginaAsync(id, "datos_generales");
        protegida.Html.ShouldNotContain("Tizatlán");
        protegida.Html.ShouldNotContain("río seco");

        await protegida.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["lugar_residencia.entidad"] = "21" }, ExpedientesDePruebas.Guardar);

        await navegador.RevelarAsync(id, "relato");
        var revelada = await navegador.PaginaAsync(id, "datos_generales");
        Valor(revelada, "lugar_residencia.localidad").ShouldBe("Tizatlán");
        Valor(revelada, "lugar_residencia.como").ShouldBe("atrás del río seco");
        (await casa.SeccionesAsync(id)).ShouldAllBe(s => !s.Abiertas.Contains("Tizatlán") && !s.Abiertas.Contains("seco"));
    }

    [Theory, AmbosMotores]
    public async Task Un_dato_sensible_se_conserva_y_se_anuncia_a_quien_puede_registrarlo_y_no_verlo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var ve = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var noVe = await casa.ComoAsync("FEVIMTRA", "linea_telefonica");
        var id = await ve.RegistrarAsync();
        await ve.GuardarAsync(id, "necesidades", new() { ["indigena"] = "SI" });

        var pagina = await noVe.PaginaAsync(id, "necesidades");
        pagina.Documento.QuerySelectorAll("[name=indigena][checked]").ShouldBeEmpty();
        pagina.Documento.QuerySelector("[data-campo=indigena]")!.TextContent.ShouldContain("usted puede registrarla, no verla");
        await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["lee_espanol"] = "SI" }, ExpedientesDePruebas.Guardar);

        (await noVe.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldContain("Protegida");
        var abiertas = (await casa.SeccionesAsync(id)).Single(s => s.Clave == "necesidades" && s.Fila == 0).Abiertas.Replace(" ", "");
        abiertas.ShouldContain("\"indigena\":\"SI\"");
        abiertas.ShouldContain("\"lee_espanol\":\"SI\"");
    }

    private static async Task<ExpedienteId> ConNombreAsync(NavegadorHttp navegador)
    {
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Identidad, new() { ["nombres"] = Nombre });
        return id;
    }

    private static string? Valor(PaginaHtml pagina, string nombre) => pagina.Documento.QuerySelector($"[name='{nombre}']")!.GetAttribute("value");
}
