using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>The tasks of a record, grouped in steps; any order will do.</summary>
/// <example>
/// <c>&lt;s-lista-de-tareas&gt;&lt;s-paso titulo="1. Lo indispensable"&gt;&lt;s-tarea … /&gt;&lt;/s-paso&gt;&lt;/s-lista-de-tareas&gt;</c>
/// </example>
[HtmlTargetElement("s-lista-de-tareas")]
public sealed class ListaDeTareasTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "s-tareas");
    }
}

/// <summary>A step of the list: its heading and its tasks.</summary>
[HtmlTargetElement("s-paso", ParentTag = "s-lista-de-tareas")]
public sealed class PasoTagHelper : TagHelper
{
    public required string Titulo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var titulo = new TagBuilder("h2");
        titulo.AddCssClass("s-tareas__paso");
        titulo.InnerHtml.Append(Titulo);

        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "s-tareas__lista");
        output.Attributes.SetAttribute("role", "list"); // a list without bullets is still announced as one
        output.PreElement.AppendHtml(titulo);
    }
}
