using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Expedientes;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>
/// A sealed value while its reader has it open. On paper it is «Protegida» again: printing an identity is another permission.
/// </summary>
/// <example><c>&lt;s-revelado&gt;@nombre&lt;/s-revelado&gt;</c></example>
[HtmlTargetElement("s-revelado")]
public sealed class ReveladoTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "s-no-imprimir");
        output.PostElement.AppendHtml(EnPapel(textos, null));
    }

    /// <param name="resto">What may be printed beside it; null for nothing.</param>
    internal static IHtmlContent EnPapel(IStringLocalizer<Textos> textos, string? resto)
    {
        var papel = new TagBuilder("span");
        papel.AddCssClass("s-solo-papel");
        papel.MergeAttribute("aria-hidden", "true");
        if (resto is not null)
        {
            papel.InnerHtml.Append(resto + " ");
        }

        var chip = new TagBuilder("span");
        chip.AddCssClass("s-identidad");
        chip.InnerHtml.Append(textos["Identidad.Protegida"]);
        papel.InnerHtml.AppendHtml(chip);
        return papel;
    }
}

/// <summary>An answer of a file as this reader may see it, and as paper may: protected, revealed (never printed) or plain. Nothing where there is none.</summary>
/// <example><c>&lt;s-respuesta de="renglon" /&gt;</c>, the one way to show a line of a page in words.</example>
[HtmlTargetElement("s-respuesta", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RespuestaTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public required RenglonDeResumen De { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (De.Protegida || De.Revelada)
        {
            var valor = new TagBuilder("span");
            valor.AddCssClass(De.Protegida ? "s-identidad" : "s-no-imprimir");
            valor.InnerHtml.Append(De.Protegida ? textos["Identidad.Protegida"] : De.Texto!);
            output.Content.AppendHtml(valor);
        }
        else if (De.Enlace is { } expediente)
        {
            var enlace = new TagBuilder("a");
            enlace.AddCssClass("govuk-link");
            enlace.MergeAttribute("href", $"/expedientes/{expediente}");
            enlace.InnerHtml.Append(De.Texto!);
            output.Content.AppendHtml(enlace);
        }
        else if (De.Texto is not null)
        {
            output.Content.Append(De.Texto);
        }

        if (De.Revelada)
        {
            output.Content.AppendHtml(ReveladoTagHelper.EnPapel(textos, De.EnPapel));
        }
    }
}
