using Sintra.Expedientes;

namespace Sintra.Tests.Piezas;

/// <summary>On paper nothing is revealed, and what is not sealed reads in words.</summary>
public sealed class PapelTests(Casas casas)
{
    private const string Lugar = "Cuauhtémoc, Ciudad de México, México";

    [Theory, AmbosMotores]
    public async Task La_localidad_de_un_lugar_abierto_se_ve_en_pantalla_y_no_en_papel(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync(new(ExpedientesDePruebas.Minimo()) { ["det_lugar.localidad"] = "Colonia Kanari", ["det_lugar.como"] = "junto al Kanari" });
        (await navegador.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldContain(Lugar);

        await navegador.RevelarAsync(id, "relato");

        foreach (var pantalla in new[] { "", "/datos", "/revisar" })
        {
            var pagina = await navegador.AbrirAsync($"/expedientes/{id}{pantalla}");
            pagina.Texto.ShouldContain("Colonia Kanari, " + Lugar, customMessage: pantalla);
            pagina.EnPapel.ShouldNotContain("Kanari", customMessage: pantalla);
            pagina.EnPapel.ShouldContain(Lugar + " ", customMessage: pantalla);
        }

        var captura = await navegador.PaginaAsync(id, "registro_minimo");
        captura.Documento.QuerySelector("[name='det_lugar.localidad']")!.GetAttribute("value").ShouldBe("Colonia Kanari");
        captura.EnPapel.ShouldNotContain("Kanari");
        captura.EnPapel.ShouldContain("det_lugar.municipio");
    }

    [Theory, AmbosMotores]
    public async Task Cada_tarea_de_la_lista_y_el_hecho_tienen_su_hoja_con_su_numero_quien_la_imprime_y_cuando(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Citlalmina" });
        var folio = await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Folio!).SingleAsync());
        var (hecho, diccionario) = (await casa.HechoDeAsync(id), await casa.DiccionarioAsync());

        foreach (var tarea in diccionario.Paginas.Where(p => p.Tipo != "hecho"))
        {
            var hoja = await navegador.AbrirAsync($"/expedientes/{id}/datos?pagina={tarea.Clave}");
            hoja.Documento.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldBe([tarea.Titulo]);
            DeCadaHoja(hoja).ShouldStartWith($"Expediente {folio} · Cuenta de pruebas ministerio_publico · ");
            DeCadaHoja(hoja).ShouldMatch(@"\d{4}, \d{2}:\d{2}$");
            hoja.EnPapel.ShouldNotContain("Citlalmina");
        }

        (await navegador.AbrirAsync($"/expedientes/{id}/datos?pagina=contacto_seguro")).Texto.ShouldContain("Sin respuestas.");
        foreach (var ruta in new[] { $"/hechos/{hecho}", $"/hechos/{hecho}/versiones" })
        {
            DeCadaHoja(await navegador.AbrirAsync(ruta)).ShouldStartWith($"Hecho {hecho} · Cuenta de pruebas ministerio_publico · ");
        }

        static string DeCadaHoja(PaginaHtml hoja) => hoja.Documento.QuerySelector(".s-folio-en-papel")!.TextContent.Trim();
    }

    [Theory, AmbosMotores]
    public async Task Los_renglones_de_un_grupo_y_las_referencias_se_leen_en_palabras(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        await navegador.GuardarAsync(id, "familia_y_dependientes", new() { ["familiar[1].fam_parentesco"] = "01" });
        await navegador.GuardarAsync(id, "procuraduria_nna", new() { ["tutor"] = "1" });
        await navegador.RevelarAsync(id, "familia");

        var datos = (await navegador.AbrirAsync($"/expedientes/{id}/datos")).Documento;

        Respuesta("Familiar 1: Parentesco con la persona").ShouldBe("Madre");
        Respuesta("Tutor o representante: familiar registrado").ShouldBe("1. MadreProtegida"); // the second word on paper alone

        string Respuesta(string pregunta) => datos.QuerySelectorAll("dt").Single(e => e.TextContent == pregunta).NextElementSibling!.TextContent.Trim();
    }
}
