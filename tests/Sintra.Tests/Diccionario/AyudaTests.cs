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
            foreach (var campo in (await captura.PaginaAsync(id, pagina.Clave)).Documento.QuerySelectorAll("[data-campo]").Where(c => c.QuerySelector("details.s-ayuda") is not null))
            {
                var variable = diccionario[campo.GetAttribute("data-campo")!.Split('.')[^1]];
                var seccion = secciones.GetValueOrDefault(variable.Seccion) ?? (secciones[variable.Seccion] = await captura.AbrirAsync($"/diccionario?seccion={variable.Seccion}"));
                var dichas = seccion.Documento.QuerySelectorAll($"section#{variable.Clave} > p, section#{variable.Clave} dd").Select(Texto).ToHashSet();

                campo.QuerySelectorAll("details.s-ayuda dd").Select(Texto).Except(dichas).ShouldBeEmpty(variable.Clave);
                vistas++;
            }
        }

        vistas.ShouldBeGreaterThan(100);
    }

    private static string Texto(IElement elemento) => elemento.TextContent.Trim();
}
