using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>
/// The chip that stands where an identity would. The server writes it instead of the value, which is nowhere in the page;
/// that is why this piece has no way to be given one.
/// </summary>
/// <example><c>&lt;s-identidad /&gt;</c></example>
[HtmlTargetElement("s-identidad", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IdentidadTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "s-identidad");
        output.Content.SetContent(textos["Identidad.Protegida"]);
    }
}
