using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>
/// A table with its caption, in a frame that scrolls sideways by itself on a narrow screen (the page never does) and that the keyboard reaches.
/// The content is the <c>thead</c> and <c>tbody</c>; cells with figures carry <c>class="s-numero"</c>.
/// </summary>
/// <example><c>&lt;s-tabla titulo="Quién ha consultado"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/s-tabla&gt;</c></example>
[HtmlTargetElement("s-tabla")]
public sealed class TablaTagHelper : TagHelper
{
    public required string Titulo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "s-tabla");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Titulo);
        output.Attributes.SetAttribute("tabindex", "0");

        var titulo = new TagBuilder("caption");
        titulo.InnerHtml.Append(Titulo);
        output.PreContent.AppendHtml("<table>").AppendHtml(titulo);
        output.PostContent.AppendHtml("</table>");
    }
}
