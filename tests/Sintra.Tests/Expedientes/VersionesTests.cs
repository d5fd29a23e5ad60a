using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>What a save writes over is kept: seen, gone back to, undone.</summary>
public sealed class VersionesTests(Casas casas)
{
    private const string Pagina = "explotacion";
    private const string Cuantas = "explotacion[1].otras_victimas";
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Cada_guardado_es_una_version_con_quien_y_por_que_y_se_vuelve_a_ella(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/expedientes/{id}/paginas/{Pagina}/versiones";
        await navegador.GuardarAsync(id, Pagina, new() { [Cuantas] = "10", ["relato"] = "Primer relato Atlixcayotl" });
        await colega.GuardarAsync(id, Pagina, new() { [Cuantas] = "11", ["explotacion[1].consumada"] = "SI", ["motivo_de_cambio"] = "CORREGIR" });
        await navegador.GuardarAsync(id, Pagina, new() { ["explotacion[1].quitar"] = "on", ["relato"] = "Segundo relato" });

        var lista = await navegador.AbrirAsync(ruta);
        lista.Texto.ShouldContain("Se corrige un error");
        lista.Html.ShouldNotContain("Atlixcayotl");
        var enlaces = lista.Documento.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")!.Replace("#version", "", StringComparison.Ordinal)).ToList();
        enlaces.Count.ShouldBe(3);
        var primera = await navegador.AbrirAsync(ruta + enlaces[2]);
        primera.Documento.QuerySelector("#version + .s-tarjeta")!.TextContent.ShouldContain("10");
        primera.Html.ShouldNotContain("Atlixcayotl");

        (await primera.EnviarAsync(boton: "Volver a esta versión")).Texto.ShouldContain("volvió a la versión elegida");

        (await FilasAsync(casa, id)).ShouldBe([(1, false, 10)]);
        await navegador.RevelarAsync(id, "relato");
        var hoy = await navegador.PaginaAsync(id, Pagina);
        hoy.Documento.QuerySelector("[name=relato]")!.TextContent.ShouldContain("Atlixcayotl");
        (await navegador.AbrirAsync(ruta)).Texto.ShouldContain("Se vuelve a una versión anterior");
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).SelectMany(e => e.FiltrosMultiples).Where(f => f.Variable == "formas").Select(f => f.Codigo).ToListAsync())).ShouldBe(["LAB"]);

        // A screen that is behind goes nowhere.
        var atrasada = await primera.EnviarAsync(boton: "Volver a esta versión", estado: Negado);
        atrasada.Texto.ShouldContain("Otra persona guardó cambios en esta página después");
    }

    [Theory, AmbosMotores]
    public async Task Lo_guardado_se_deshace_medio_minuto_y_solo_por_quien_lo_guardo(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Persona Ficticia", ["primer_apellido"] = "Primera" });
        var testigos = await TestigosAsync(casa, id);
        var guardada = await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Otra Ficticia" });
        (await TestigosAsync(casa, id)).ShouldNotBe(testigos);

        var campos = new Dictionary<string, string> { ["vista"] = (await casa.SeccionesAsync(id)).Single(s => s is { Clave: "documentos_e_identidad", Fila: 0 }).Version.ToString() };
        var ruta = $"/expedientes/{id}/paginas/documentos_e_identidad/versiones?handler=Deshacer";
        (await colega.EnviarCrudoAsync(ruta, await colega.AbrirAsync("/registro"), campos)).StatusCode.ShouldBe(Negado);
        (await guardada.EnviarAsync(boton: "Deshacer")).Texto.ShouldContain("Se deshizo el último cambio");

        (await TestigosAsync(casa, id)).ShouldBe(testigos);
        var tarde = await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Otra Ficticia" });
        casa.Reloj.Adelantar(TimeSpan.FromSeconds(31));
        (await tarde.EnviarAsync(boton: "Deshacer", estado: Negado)).Texto.ShouldContain("Ya pasó el tiempo para deshacer");

        // Undoing the first save of a page leaves it as if it had not been written.
        await (await navegador.GuardarAsync(id, Pagina, new() { [Cuantas] = "4" })).EnviarAsync(boton: "Deshacer");
        (await FilasAsync(casa, id)).ShouldBe([(1, true, 4)]);
    }

    [Theory, AmbosMotores]
    public async Task Las_versiones_del_hecho_se_ven_con_quien_las_guardo_y_la_historia_dice_quien_empezo_y_quien_registro(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "coordinacion_institucional");
        using var ajena = await casa.ComoAsync("INM", "migracion");
        var id = await navegador.RegistrarAsync();
        var hecho = await casa.HechoDeAsync(id);
        await GuardarAsync(new() { ["hecho_canal"] = "OPERATIVO", ["hecho_num_victimas"] = "3", ["hecho_resumen"] = "Primera narración Atlixcayotl" });
        await GuardarAsync(new() { ["hecho_num_victimas"] = "5", ["hecho_resumen"] = "Segunda narración Tlachihualtepetl" });

        var lista = await (await colega.AbrirAsync($"/hechos/{hecho}")).SeguirAsync("Versiones del hecho");
        var filas = lista.Documento.QuerySelectorAll("tbody tr").Select(f => f.TextContent).ToList();
        filas[0].ShouldContain("La de hoy");
        filas.ShouldAllBe(f => f.Contains("Cuenta de pruebas ministerio_publico", StringComparison.Ordinal));
        var antes = await colega.AbrirAsync($"/hechos/{hecho}/versiones" + lista.Documento.QuerySelectorAll("td a")[1].GetAttribute("href")!.Replace("#version", "", StringComparison.Ordinal));
        var dicho = antes.Documento.QuerySelector("#version + .s-tarjeta")!.TextContent;
        dicho.ShouldContain("3");
        dicho.ShouldNotContain("5");
        antes.Html.ShouldNotContain("Atlixcayotl");
        await ajena.AbrirAsync($"/hechos/{hecho}/versiones", HttpStatusCode.NotFound);

        var historia = (await colega.AbrirAsync($"/expedientes/{id}/historia")).Documento.QuerySelectorAll("tbody tr").Select(f => f.TextContent).ToList();
        historia.Single(f => f.Contains("Se empezó", StringComparison.Ordinal)).ShouldContain("Cuenta de pruebas ministerio_publico");
        historia.Single(f => f.Contains("Se registró", StringComparison.Ordinal)).ShouldContain("Cuenta de pruebas ministerio_publico");

        async Task GuardarAsync(Dictionary<string, CampoDeFormulario> campos) => await (await navegador.AbrirAsync($"/hechos/{hecho}/editar")).EnviarAsync(campos, "Guardar el hecho");
    }

    private static Task<string> TestigosAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(async db =>
        string.Join(' ', (await db.Testigos.Where(t => t.Expediente == id).Select(t => t.Valor).ToListAsync()).Order()));

    private static async Task<List<(int Fila, bool Retirada, int Cuantas)>> FilasAsync(Casa casa, ExpedienteId id) =>
        [.. (await casa.SeccionesAsync(id)).Where(s => s is { Clave: Pagina, Fila: > 0 })
            .Select(s => (s.Fila, s.Retirada, System.Text.Json.JsonDocument.Parse(s.Abiertas).RootElement.GetProperty("otras_victimas").GetInt32()))];
}
