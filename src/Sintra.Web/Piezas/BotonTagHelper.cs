using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>How much a button asks to be pressed.</summary>
public enum EstiloDeBoton
{
    /// <summary>Green: the one main action of the page.</summary>
    Principal,

    /// <summary>Guinda outline: the others.</summary>
    Secundario,

    /// <summary>Looks like a link: the way round.</summary>
    Enlace,
}

/// <summary>A button that says its action with a verb: it sends its form, or leads to <see cref="Ir"/>. Other attributes (name, value, formaction) pass.</summary>
/// <example>
/// <c>&lt;s-boton&gt;Registrar expediente&lt;/s-boton&gt;</c> ·
/// <c>&lt;s-boton estilo="Secundario" ir="/registro"&gt;Volver&lt;/s-boton&gt;</c>
/// </example>
[HtmlTargetElement("s-boton")]
public sealed class BotonTagHelper : TagHelper
{
    public EstiloDeBoton Estilo { get; set; }

    /// <summary>Local address; with it the button is a link.</summary>
    public string? Ir { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Ir is null ? "button" : "a";
        if (Ir is not null)
        {
            output.Attributes.SetAttribute("href", Ir);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        foreach (var clase in Estilo switch
        {
            EstiloDeBoton.Enlace => (string[])["s-boton--enlace"],
            EstiloDeBoton.Secundario => ["govuk-button", "govuk-button--secondary"],
            _ => ["govuk-button"],
        })
        {
            output.AddClass(clase, HtmlEncoder.Default);
        }
    }
}
