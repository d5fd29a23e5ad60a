using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

public sealed class CamposTests
{
    private static readonly DateOnly Hoy = new(2026, 1, 1);

    public static TheoryData<string> Paginas => [.. Taller.Paginas];

    [Fact]
    public void Cada_variable_que_se_captura_en_una_pagina_tiene_su_pregunta()
    {
        var rutas = Taller.Paginas.SelectMany(pagina => Abierta(pagina).QuerySelectorAll("[data-campo]")).Select(e => e.GetAttribute("data-campo")!).Select(SinFila).ToHashSet();

        Taller.Diccionario.Variables
            .Where(v => v is { Pagina: not null, Tipo: not TipoDeVariable.Archivo })
            .Select(v => v.Clave).Except(rutas).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Paginas))]
    public void Los_ids_son_unicos_y_todo_lo_que_se_refiere_a_un_id_lo_encuentra(string pagina)
    {
        var documento = Abierta(pagina, Muestra.De(pagina));
        var ids = documento.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        ids.ShouldBeUnique();
        documento.QuerySelectorAll("[for], [aria-describedby], [aria-labelledby]")
            .SelectMany(e => $"{e.GetAttribute("for")} {e.GetAttribute("aria-describedby")} {e.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Except(ids).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Paginas))]
    public void Cada_control_tiene_nombre_y_rotulo_y_cada_pregunta_de_varios_su_leyenda(string pagina)
    {
        var documento = Abierta(pagina, Muestra.De(pagina));
        var rotulos = documento.QuerySelectorAll("label").SelectMany(
            r => r.QuerySelectorAll("input").Append(r.GetAttribute("for") is { } id ? documento.GetElementById(id) : null).OfType<IElement>(),
            (r, control) => (control, Texto: r.TextContent.Trim())).ToLookup(r => r.control, r => r.Texto);
        foreach (var control in documento.QuerySelectorAll("input, select, textarea"))
        {
            control.GetAttribute("name").ShouldNotBeNullOrEmpty();
            rotulos[control].ShouldHaveSingleItem(control.OuterHtml).ShouldNotBeEmpty();
        }

        foreach (var grupo in documento.QuerySelectorAll("fieldset"))
        {
            grupo.FirstElementChild.ShouldBeAssignableTo<IHtmlLegendElement>(grupo.OuterHtml);
        }

        foreach (var pregunta in documento.QuerySelectorAll("[data-campo]"))
        {
            var ruta = pregunta.GetAttribute("data-campo")!;
            pregunta.QuerySelector(".s-campo__titulo")!.TextContent.ShouldStartWith(Taller.Diccionario[SinFila(ruta)].Etiqueta);
            documento.GetElementById(Sintra.Web.Piezas.IdDeCampo.De(ruta)).ShouldNotBeNull("the error summary links to it");
        }
    }

    [Theory, MemberData(nameof(Paginas))]
    public void Nada_en_linea_y_el_navegador_no_recuerda_nada(string pagina)
    {
        var documento = Abierta(pagina, Muestra.De(pagina));

        documento.All.Where(e => e.HasAttribute("style") || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))).ShouldBeEmpty();
        documento.QuerySelectorAll("input:not([type=radio], [type=checkbox]), select, textarea").Where(e => e.GetAttribute("autocomplete") != "off").ShouldBeEmpty(); // of what is ticked, the form says it
        documento.QuerySelectorAll("[data-campo]")
            .Where(e => Taller.Diccionario[SinFila(e.GetAttribute("data-campo")!)].Privacidad == Privacidad.ID)
            .SelectMany(e => e.QuerySelectorAll("input[type=text], textarea"))
            .Where(e => e.GetAttribute("spellcheck") != "false").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Paginas))]
    public void El_lector_conoce_todos_los_nombres_y_una_pagina_en_blanco_no_dice_nada(string pagina)
    {
        var formulario = Taller.Formulario(pagina, contexto: Taller.Contexto(pagina));

        var leida = Leer(formulario, Taller.Envio(formulario));

        leida.Fallas.ShouldBeEmpty();
        leida.Respuestas.Unicas.ShouldBeEmpty();
        leida.Respuestas.Filas.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Paginas))]
    public void Lo_guardado_vuelve_igual_si_nadie_lo_toca(string pagina)
    {
        for (var vuelta = 0; vuelta < 6; vuelta++)
        {
            var guardadas = Muestra.De(pagina, vuelta);
            var formulario = Taller.Formulario(pagina, guardadas, Taller.Contexto(pagina));

            var leida = Leer(formulario, Taller.Envio(formulario));

            leida.Fallas.Where(f => f.Campo?.EndsWith("submodalidad", StringComparison.Ordinal) != true).ShouldBeEmpty();
            Iguales(leida.Respuestas, guardadas);
        }
    }

    [Theory, MemberData(nameof(Paginas))]
    public void Lo_tecleado_y_no_aceptado_vuelve_tal_cual_aunque_sea_imposible(string pagina)
    {
        var formulario = Taller.Formulario(pagina, contexto: Taller.Contexto(pagina));
        var enviados = Taller.Envio(formulario with { Guardadas = Muestra.De(pagina) })
            .ToDictionary(c => c.Key, IReadOnlyList<string> (c) => [.. c.Value.Select(v => v.Length == 0 ? v : v == "on" ? v : $"«{v}» <i>")]);

        var devueltos = Taller.Envio(formulario with { Guardadas = Muestra.De(pagina, 1), Enviados = enviados });

        foreach (var (campo, valores) in enviados.Where(c => c.Value.Any(v => v.Length > 0) && !EsDeLista(c.Key)))
        {
            devueltos[campo].Where(v => v.Length > 0).ShouldBe(valores.Where(v => v.Length > 0), ignoreOrder: true, campo);
        }

        // Answer states, and how and who, are closed lists that nobody types.
        static bool EsDeLista(string campo) => campo.EndsWith(".estado", StringComparison.Ordinal) || campo.EndsWith(".clase", StringComparison.Ordinal) || campo.EndsWith(".fuente", StringComparison.Ordinal);
    }

    [Fact]
    public void En_ingles_se_pregunta_en_ingles()
    {
        var anterior = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new("en");
        try
        {
            var documento = Taller.Documento(Taller.Formulario("registro_minimo"));
            documento.QuerySelector("[data-campo=sexo] legend")!.TextContent.ShouldBe(Taller.Diccionario["sexo"].EtiquetaEn);
            documento.QuerySelector("label:has(#sexo)")!.TextContent.ShouldBe("Female");
            documento.QuerySelector("[data-campo=sexo] .s-estado label")!.TextContent.ShouldBe("Does not know");
        }
        finally
        {
            CultureInfo.CurrentUICulture = anterior;
        }
    }

    private static IHtmlDocument Abierta(string pagina, Respuestas? guardadas = null) =>
        Taller.Documento(Taller.Formulario(pagina, guardadas, Taller.Contexto(pagina)));

    private static CapturaLeida Leer(FormularioDePagina formulario, Dictionary<string, IReadOnlyList<string>> campos) =>
        new LectorDeCaptura(formulario.Diccionario).Leer(FormularioDePagina.Preguntadas(formulario.Armar(Taller.Textos)), campos, Hoy);

    private static void Iguales(Respuestas unas, Respuestas otras)
    {
        unas.Unicas.OrderBy(r => r.Key).ShouldBe(otras.Unicas.OrderBy(r => r.Key));
        unas.Filas.Keys.Order().ShouldBe(otras.Filas.Keys.Order());
        foreach (var (grupo, filas) in unas.Filas)
        {
            filas.Select(f => f.Numero).ShouldBe(otras.Filas[grupo].Select(f => f.Numero));
            filas.SelectMany(f => f.Respuestas.OrderBy(r => r.Key)).ShouldBe(otras.Filas[grupo].SelectMany(f => f.Respuestas.OrderBy(r => r.Key)));
        }
    }

    private static string SinFila(string ruta) => ruta[(ruta.LastIndexOf('.') + 1)..];
}
