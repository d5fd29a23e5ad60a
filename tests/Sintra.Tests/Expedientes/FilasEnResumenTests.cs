using System.Text;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>Of several rows of a group each is said in a line and opened one by one: the page stays light, and what it does not show it does not touch.</summary>
public sealed class FilasEnResumenTests(Casas casas)
{
    private const int Mayor = 60_000;
    private const string Explotacion = "explotacion";

    [Theory, AmbosMotores]
    public async Task Cada_pagina_con_tres_renglones_en_cada_grupo_pesa_lo_debido_entera_y_por_pantallas(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync(new(ExpedientesDePruebas.Minimo(edad: "16")) { ["formas"] = (string[])["LAB", "MEN", "SEX"] });
        var pesos = new List<string>();
        await PesarAsync(Explotacion, "three proposed");

        foreach (var pagina in diccionario.Paginas.Where(p => p.Tipo == "generica"))
        {
            var grupos = diccionario.DePagina(pagina.Clave).Where(v => v.Unidad == UnidadDeVariable.Fila).Select(v => v.Grupo!).Distinct().ToList();
            for (var fila = 1; fila <= 3 && (grupos.Count > 0 || fila == 1); fila++)
            {
                var abierta = await navegador.PaginaAsync(id, pagina.Clave);
                foreach (var grupo in grupos.Where(g => !abierta.Controles().Any(c => c.StartsWith($"{g}[{fila}].", StringComparison.Ordinal))))
                {
                    var boton = abierta.Documento.QuerySelector($"button[name=agregar][value={grupo}]")!.TextContent.Trim();
                    abierta = await abierta.EnviarAsync(boton: boton);
                }

                await abierta.EnviarAsync(abierta.LlenarTodo(diccionario, pagina.Clave, ruta => $"Texto de {ruta}"), ExpedientesDePruebas.Guardar);
            }

            (await casa.SeccionesAsync(id)).Where(s => s.Fila > 0 && grupos.Contains(s.Clave)).GroupBy(s => s.Clave).ShouldAllBe(g => g.Count() == 3, pagina.Clave);
            await PesarAsync(pagina.Clave, "entera");
        }

        pesos.ShouldBeEmpty("more than 60,000 bytes");

        async Task PesarAsync(string pagina, string como)
        {
            var preguntas = PreguntasDePagina.De(diccionario, diccionario.Pagina(pagina)!, null).ToList();
            var pantallas = PantallasDePagina.De(diccionario.Pagina(pagina)!, preguntas).Count;
            foreach (var ruta in Enumerable.Range(1, pantallas > 1 ? pantallas : 0).Select(n => $"/expedientes/{id}/paginas/{pagina}/pantallas/{n}").Prepend($"/expedientes/{id}/paginas/{pagina}"))
            {
                if (Encoding.UTF8.GetByteCount((await navegador.AbrirAsync(ruta)).Html) is > Mayor and var peso)
                {
                    pesos.Add($"{ruta[(ruta.IndexOf("paginas", StringComparison.Ordinal) + 8)..]} ({como}): {peso}");
                }
            }
        }
    }

    [Theory, AmbosMotores]
    public async Task Un_renglon_que_solo_se_dice_no_se_toca_y_se_abre_sin_perder_lo_escrito(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync();
        await navegador.GuardarAsync(id, Explotacion, new() { ["explotacion[1].otras_victimas"] = "11", ["explotacion[1].exp_lugar.localidad"] = "Colonia Kanari" });
        await (await (await navegador.PaginaAsync(id, Explotacion)).EnviarAsync(boton: "Agregar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["explotacion[2].otras_victimas"] = "22", ["explotacion[2].exp_lugar.pais"] = "GT" }, ExpedientesDePruebas.Guardar);

        var ambas = await navegador.PaginaAsync(id, Explotacion);
        ambas.Controles().ShouldNotContain(c => c.StartsWith("explotacion[", StringComparison.Ordinal));
        ambas.Texto.ShouldContain("Explotación 1: Explotación laboral");
        ambas.Texto.ShouldContain("Explotación 2: Guatemala, 22");
        ambas.Html.ShouldNotContain("Kanari");

        // Opened by its button, or by an address that names it, what was typed elsewhere stays.
        var abierta = await ambas.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["relato"] = "Relato a medias" }, "Cambiar Explotación 2");
        abierta.Documento.QuerySelector("[name=relato]")!.TextContent.ShouldContain("Relato a medias");
        abierta.Documento.QuerySelector("[name='explotacion[2].otras_victimas']")!.GetAttribute("value").ShouldBe("22");
        abierta.Controles().ShouldNotContain("explotacion[1].otras_victimas");
        (await navegador.AbrirAsync($"/expedientes/{id}/paginas/{Explotacion}?abrir=explotacion%5B1%5D")).Controles().ShouldContain("explotacion[1].otras_victimas");

        await abierta.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["explotacion[2].otras_victimas"] = "" }, ExpedientesDePruebas.Guardar);

        var filas = (await casa.SeccionesAsync(id)).Where(s => s is { Clave: Explotacion, Fila: > 0 }).ToList();
        filas.Select(f => (f.Fila, f.Retirada)).ShouldBe([(1, false), (2, false)]);
        filas[0].Abiertas.ShouldContain("11");
        filas[0].Selladas.ShouldNotBeNull();
        filas[1].Abiertas.ShouldNotContain("otras_victimas");
        filas[1].Abiertas.ShouldContain("GT");

        // One that was opened and not touched closes again when the other is opened.
        var otra = await (await (await navegador.PaginaAsync(id, Explotacion)).EnviarAsync(boton: "Cambiar Explotación 1")).EnviarAsync(boton: "Cambiar Explotación 2");
        otra.Controles().ShouldContain("explotacion[2].otras_victimas");
        otra.Controles().ShouldNotContain("explotacion[1].otras_victimas");
    }
}
