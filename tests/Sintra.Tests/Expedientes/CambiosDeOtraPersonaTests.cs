using System.Net;

namespace Sintra.Tests.Expedientes;

/// <summary>Two people on one page: nothing stored is overwritten unseen, nothing typed is lost.</summary>
public sealed class CambiosDeOtraPersonaTests(Casas casas)
{
    private const string Explotacion = "explotacion";
    private const string Victimas1 = "explotacion[1].otras_victimas";
    private const string Victimas2 = "explotacion[2].otras_victimas";
    private const string Aviso = "Otra persona guardó cambios en esta página";

    [Theory, AmbosMotores]
    public async Task Pedir_una_fila_mas_no_hace_propio_lo_que_otra_persona_guardo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Explotacion, new() { [Victimas1] = "10" });
        var mia = await navegador.PaginaAsync(id, Explotacion);
        await colega.GuardarAsync(id, Explotacion, new() { [Victimas1] = "11" });

        var conOtra = await mia.EnviarAsync(boton: "Agregar");
        var negada = await conOtra.EnviarAsync(Campos((Victimas2, "22")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);

        negada.Texto.ShouldContain(Aviso);
        (await FilasAsync(casa, id)).ShouldBe([(1, false, 11)]);
        Guardado(negada).ShouldContain("11");
        Valor(negada, Victimas2).ShouldBe("22");
    }

    [Theory, AmbosMotores]
    public async Task El_hecho_dice_primero_que_ya_cambio_y_luego_lo_que_falta_corregir(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var ruta = $"/hechos/{await casa.HechoDeAsync(await navegador.RegistrarAsync())}/editar";
        var mia = await navegador.AbrirAsync(ruta);
        await (await colega.AbrirAsync(ruta)).EnviarAsync(Campos(("hecho_num_victimas", "3")), ExpedientesDePruebas.Guardar);

        var negada = await mia.EnviarAsync(Campos(("hecho_num_victimas", "tres")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);

        negada.Texto.ShouldContain(Aviso);
        Guardado(negada).ShouldContain("3");
        Valor(negada, "hecho_num_victimas").ShouldBe("tres");
        (await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("escriba un número entero");
    }

    [Theory, AmbosMotores]
    public async Task Una_fila_que_otra_persona_quito_se_dice_y_si_se_insiste_vuelve(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Explotacion, new() { [Victimas1] = "10" });
        var mia = await navegador.PaginaAsync(id, Explotacion);
        await colega.GuardarAsync(id, Explotacion, new() { ["explotacion[1].quitar"] = "on" });

        var negada = await mia.EnviarAsync(Campos((Victimas1, "55")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);
        negada.Texto.ShouldContain("Otra persona quitó este renglón");
        (await FilasAsync(casa, id)).ShouldBe([(1, true, 10)]);
        await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        (await FilasAsync(casa, id)).ShouldBe([(1, false, 55)]);
        Valor(await navegador.PaginaAsync(id, Explotacion), Victimas1).ShouldBe("55");
    }

    [Theory, AmbosMotores]
    public async Task Dos_personas_que_agregan_la_primera_fila_dejan_dos_filas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var mia = await navegador.PaginaAsync(id, Explotacion);
        await colega.GuardarAsync(id, Explotacion, new() { [Victimas1] = "11" });

        var negada = await mia.EnviarAsync(Campos((Victimas1, "22")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);
        (Valor(negada, Victimas1), Valor(negada, Victimas2)).ShouldBe(("11", "22"));
        await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        (await FilasAsync(casa, id)).ShouldBe([(1, false, 11), (2, false, 22)]);
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_se_dejo_en_blanco_toma_lo_guardado_y_lo_distinto_se_pone_a_la_vista(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        const string pagina = "datos_generales";
        var mia = await navegador.PaginaAsync(id, pagina);
        await colega.GuardarAsync(id, pagina, new() { ["lugar_residencia.entidad"] = "29", ["estado_civil"] = (await casa.DiccionarioAsync()).Catalogos["estado_civil"].Elegibles.First().Codigo });

        var negada = await mia.EnviarAsync(Campos(("lugar_residencia.entidad", "21")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);
        Guardado(negada).ShouldContain("Tlaxcala");
        await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        var abiertas = (await casa.SeccionesAsync(id)).Single(s => s.Clave == pagina && s.Fila == 0).Abiertas;
        abiertas.ShouldContain("estado_civil");
        abiertas.ShouldContain("\"21\"");
    }

    [Theory, AmbosMotores]
    public async Task Lo_guardado_ahora_se_muestra_tan_protegido_como_lo_demas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var mia = await navegador.PaginaAsync(id, "documentos_e_identidad");
        await colega.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Citlalmina", ["primer_apellido"] = "Xochitl" });

        var negada = await mia.EnviarAsync(Campos(("nombres", "Otra")), ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);

        negada.Html.ShouldNotContain("Citlalmina");
        Guardado(negada).ShouldContain("Protegida");
        await negada.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "documentos_e_identidad" && s.Fila == 0).ClavesSelladas.ShouldContain("primer_apellido");
    }

    private static Dictionary<string, CampoDeFormulario> Campos(params (string Nombre, string Valor)[] campos) => campos.ToDictionary(c => c.Nombre, c => (CampoDeFormulario)c.Valor);

    private static string Guardado(PaginaHtml pagina) =>
        pagina.Documento.QuerySelectorAll(".s-tarjeta").First(t => t.TextContent.Contains("Guardado ahora", StringComparison.Ordinal)).TextContent;

    private static string? Valor(PaginaHtml pagina, string nombre) => pagina.Documento.QuerySelector($"[name='{nombre}']")!.GetAttribute("value");

    private static async Task<List<(int Fila, bool Retirada, int Victimas)>> FilasAsync(Casa casa, ExpedienteId id) =>
        [.. (await casa.SeccionesAsync(id)).Where(s => s.Clave == Explotacion && s.Fila > 0).Select(s => (
            s.Fila, s.Retirada, System.Text.Json.JsonDocument.Parse(s.Abiertas).RootElement.GetProperty("otras_victimas").GetInt32()))];
}
