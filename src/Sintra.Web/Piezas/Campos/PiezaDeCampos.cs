using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A piece that writes itself while the page is written, without building it in memory first.</summary>
internal sealed class Contenido(Action<Lienzo> escribir, IStringLocalizer textos, DiccionarioVigente diccionario, string? foco = null) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => escribir(new(new(writer, encoder) { Foco = foco }, textos, diccionario));
}

/// <summary>
/// All the questions of a page, and which they are: <c>&lt;s-preguntas de="Model.Formulario" /&gt;</c>. With <c>enfocar</c> one can type
/// into the first that has no answer as soon as the page is there: for a form that is opened to be filled in, with nothing to read before.
/// </summary>
[HtmlTargetElement("s-preguntas", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PreguntasTagHelper(IStringLocalizer<Recursos.Campos> textos) : TagHelper
{
    public required FormularioDePagina De { get; set; }

    public bool Enfocar { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var bloques = De.Armar(textos);
        var foco = De.Abrir is { } abierta ? IdDeCampo.De(abierta) : Enfocar ? bloques.OfType<Pregunta>().FirstOrDefault(p => !p.Crudos.TieneAlgo(p.Ruta))?.Id : null;
        output.Content.AppendHtml(new Contenido(l => l.H.Abrir("input", ("type", "hidden"), ("name", "mostrado"), ("value", De.Mostrado(bloques).ToString())), textos, De.Diccionario));
        if (bloques.Any(b => b is GrupoDeFilas))
        {
            // Enter in a box presses the first button of the form: without this one it would add a row instead of saving.
            output.Content.AppendHtml(new Contenido(l => l.H.Abrir("button", ("type", "submit"), ("class", "s-solo-lectores"), ("tabindex", "-1"), ("aria-hidden", "true")).Cerrar("button"), textos, De.Diccionario));
        }

        foreach (var bloque in bloques)
        {
            output.Content.AppendHtml(new Contenido(
                l =>
                {
                    if (bloque is GrupoDeFilas grupo)
                    {
                        Filas.Escribir(l, grupo);
                    }
                    else
                    {
                        Marco.Escribir(l, (Pregunta)bloque);
                    }
                },
                textos,
                De.Diccionario,
                foco));
        }
    }
}

/// <summary>One question: <c>&lt;s-campo diccionario="…" pregunta="…" /&gt;</c>.</summary>
[HtmlTargetElement("s-campo", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CampoTagHelper(IStringLocalizer<Recursos.Campos> textos) : TagHelper
{
    public required DiccionarioVigente Diccionario { get; set; }

    public required Pregunta Pregunta { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(new Contenido(l => Marco.Escribir(l, Pregunta), textos, Diccionario));
    }
}

/// <summary>The rows of a group: <c>&lt;s-filas diccionario="…" grupo="…" /&gt;</c>.</summary>
[HtmlTargetElement("s-filas", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FilasTagHelper(IStringLocalizer<Recursos.Campos> textos) : TagHelper
{
    public required DiccionarioVigente Diccionario { get; set; }

    public required GrupoDeFilas Grupo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(new Contenido(l => Filas.Escribir(l, Grupo), textos, Diccionario));
    }
}
