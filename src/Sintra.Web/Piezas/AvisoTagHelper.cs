using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>How a notice speaks.</summary>
public enum ClaseDeAviso
{
    /// <summary>Good to know.</summary>
    Nota,

    /// <summary>Done: what was asked has been kept.</summary>
    Hecho,

    /// <summary>Read before going on; calm, never red.</summary>
    Atencion,
}

/// <summary>A notice inside the page. Colour never says it alone: give it a heading or a sentence that does.</summary>
/// <example><c>&lt;s-aviso clase="Atencion" titulo="Niña, niño o adolescente"&gt;&lt;p&gt;Aplican medidas especiales.&lt;/p&gt;&lt;/s-aviso&gt;</c></example>
[HtmlTargetElement("s-aviso")]
public sealed class AvisoTagHelper : TagHelper
{
    public ClaseDeAviso Clase { get; set; }

    public string? Titulo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Clase switch
        {
            ClaseDeAviso.Hecho => "s-aviso s-aviso--hecho",
            ClaseDeAviso.Atencion => "s-aviso s-aviso--atencion",
            _ => "s-aviso",
        });

        if (Titulo is null)
        {
            return;
        }

        var titulo = new TagBuilder("p");
        titulo.AddCssClass("s-aviso__titulo");
        titulo.InnerHtml.Append(Titulo);
        output.PreContent.AppendHtml(titulo);
    }
}
