using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>A white card: one matter, with its heading.</summary>
/// <example><c>&lt;s-tarjeta titulo="Pendientes"&gt;…&lt;/s-tarjeta&gt;</c></example>
[HtmlTargetElement("s-tarjeta")]
public sealed class TarjetaTagHelper : TagHelper
{
    /// <summary>None: a card without heading.</summary>
    public string? Titulo { get; set; }

    /// <summary>Level of the heading, 2 to 4.</summary>
    public int Nivel { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.AddClass("s-tarjeta", System.Text.Encodings.Web.HtmlEncoder.Default);
        if (Titulo is null)
        {
            return;
        }

        var titulo = new TagBuilder($"h{Nivel}");
        titulo.AddCssClass("s-tarjeta__titulo");
        titulo.InnerHtml.Append(Titulo);
        output.PreContent.AppendHtml(titulo);
    }
}
