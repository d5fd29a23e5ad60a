using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>
/// A sealed value while its reader has it open. On paper it is «Protegida» again: printing an identity is another permission.
/// </summary>
/// <example><c>&lt;s-revelado&gt;@renglon.Texto&lt;/s-revelado&gt;</c></example>
[HtmlTargetElement("s-revelado")]
public sealed class ReveladoTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "s-no-imprimir");

        var enPapel = new TagBuilder("span");
        enPapel.AddCssClass("s-identidad s-solo-papel");
        enPapel.MergeAttribute("aria-hidden", "true");
        enPapel.InnerHtml.Append(textos["Identidad.Protegida"]);
        output.PostElement.AppendHtml(enPapel);
    }
}
