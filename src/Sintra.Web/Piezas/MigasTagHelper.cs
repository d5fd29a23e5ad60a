using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>Where this page stands. Goes in the section «Migas» of the layout.</summary>
/// <example>
/// <c>&lt;s-migas&gt;&lt;s-miga ir="/registro"&gt;Registro&lt;/s-miga&gt;&lt;s-miga&gt;Expediente 2026-7K3QZD-8&lt;/s-miga&gt;&lt;/s-migas&gt;</c>
/// </example>
[HtmlTargetElement("s-migas")]
public sealed class MigasTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "s-migas");
        output.Attributes.SetAttribute("aria-label", textos["Migas.Nombre"].Value);
        output.PreContent.AppendHtml("<ol>");
        output.PostContent.AppendHtml("</ol>");
    }
}

/// <summary>One step of <c>s-migas</c>; the last one, the page itself, has no address.</summary>
[HtmlTargetElement("s-miga", ParentTag = "s-migas")]
public sealed class MigaTagHelper : TagHelper
{
    public string? Ir { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        if (Ir is null)
        {
            output.Attributes.SetAttribute("aria-current", "page");
            return;
        }

        var enlace = new TagBuilder("a") { TagRenderMode = TagRenderMode.StartTag };
        enlace.MergeAttribute("href", Ir);
        output.PreContent.AppendHtml(enlace);
        output.PostContent.AppendHtml("</a>");
    }
}

/// <summary>The way back from a question page. Goes in the section «Migas», instead of a breadcrumb.</summary>
/// <example><c>&lt;s-volver ir="/registro"&gt;Volver a la lista de tareas&lt;/s-volver&gt;</c></example>
[HtmlTargetElement("s-volver")]
public sealed class VolverTagHelper : TagHelper
{
    public required string Ir { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", "s-volver");
        output.Attributes.SetAttribute("href", Ir);
    }
}
