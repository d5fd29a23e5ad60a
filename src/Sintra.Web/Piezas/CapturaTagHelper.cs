using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sintra.Web.Pages.Borradores;

namespace Sintra.Web.Piezas;

/// <summary>A form whose draft is kept while it is typed into: what the module <c>autoguardado.js</c> has to know of it.</summary>
/// <example><c>&lt;form method="post" s-captura="Model.Captura"&gt;</c></example>
[HtmlTargetElement("form", Attributes = Atributo)]
public sealed class CapturaTagHelper : TagHelper
{
    private const string Atributo = "s-captura";

    private static readonly JsonSerializerOptions Formato = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Null when this reader only looks.</summary>
    [HtmlAttributeName(Atributo)]
    public CapturaEnPagina? Captura { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Captura is null)
        {
            return;
        }

        output.Attributes.SetAttribute("id", "captura");
        output.Attributes.SetAttribute("data-autoguardado", Captura.Ruta);
        output.Attributes.SetAttribute("data-tocados", JsonSerializer.Serialize(Captura.Tocados, Formato));
        if (Captura.PorGuardar)
        {
            output.Attributes.SetAttribute("data-por-guardar", "");
        }

        if (Captura.Enfocado is { } enfocado)
        {
            output.Attributes.SetAttribute("data-enfocado", enfocado);
        }
    }
}
