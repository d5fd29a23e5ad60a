using System.Text.Json;
using AngleSharp.Dom;

namespace Sintra.Tests.Diccionario;

/// <summary>One text of help: what the form explains beside a question is what the dictionary says of it.</summary>
public sealed class AyudaTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task El_formulario_y_el_diccionario_explican_lo_mismo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await captura.RegistrarAsync();
        var diccionario = await casa.DiccionarioAsync();
        var secciones = new Dictionary<string, PaginaHtml>();
        var vistas = 0;

        foreach (var pagina in diccionario.Paginas.Where(p => p.Tipo == "generica"))
        {
            foreach (var campo in (await captura.PaginaAsync(id, pagina.Clave)).Documento.QuerySelectorAll("[data-campo]").Where(c => c.QuerySelector("a.s-ayuda") is not null))
            {
                var variable = diccionario[campo.GetAttribute("data-campo")!.Split('.')[^1]];
                var seccion = secciones.GetValueOrDefault(variable.Seccion) ?? (secciones[variable.Seccion] = await captura.AbrirAsync($"/diccionario?seccion={variable.Seccion}"));
                var dichas = seccion.Documento.QuerySelectorAll($"section#{variable.Clave} > p, section#{variable.Clave} dd").Select(Texto).ToHashSet();

                campo.QuerySelector("a.s-ayuda")!.GetAttribute("href").ShouldBe($"/diccionario?seccion={variable.Seccion}#{variable.Clave}");
                var partes = JsonDocument.Parse(await (await captura.PedirAsync(HttpMethod.Get, $"/diccionario/ayuda/{variable.Clave}")).Content.ReadAsStringAsync()).RootElement.GetProperty("partes");
                campo.Closest("form")!.GetAttribute("autocomplete").ShouldBe("off");
                partes.GetArrayLength().ShouldBePositive(variable.Clave);
                partes.EnumerateArray().Select(p => p[1].GetString()!.Trim()).Except(dichas).ShouldBeEmpty(variable.Clave);
                vistas++;
            }
        }

        vistas.ShouldBeGreaterThan(100);
    }

    private static string Texto(IElement elemento) => elemento.TextContent.Trim();
}
