using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sintra.Web.Piezas;

/// <summary>Colour of a tag; the word inside says the same, for nobody should have to see it.</summary>
public enum Tono
{
    /// <summary>As the state's code says.</summary>
    SegunEstado,
    Neutro,
    Verde,
    Ambar,
    Guinda,
}

/// <summary>A short state in a coloured chip. The code of <c>estado_expediente</c> chooses the colour; <see cref="Tono"/> overrules it.</summary>
/// <example><c>&lt;s-etiqueta estado="REGISTRADO"&gt;Registrado&lt;/s-etiqueta&gt;</c> · <c>&lt;s-etiqueta tono="Ambar"&gt;Probable víctima&lt;/s-etiqueta&gt;</c></example>
[HtmlTargetElement("s-etiqueta")]
public sealed class EtiquetaTagHelper : TagHelper
{
    public string? Estado { get; set; }

    public Tono Tono { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", (Tono == Tono.SegunEstado ? TonoDe(Estado) : Tono) switch
        {
            Tono.Verde => "s-etiqueta s-etiqueta--verde",
            Tono.Ambar => "s-etiqueta s-etiqueta--ambar",
            Tono.Guinda => "s-etiqueta s-etiqueta--guinda",
            _ => "s-etiqueta",
        });
    }

    private static Tono TonoDe(string? estado) => estado switch
    {
        "REGISTRADO" or "EN_SEGUIMIENTO" or "REABIERTO" => Tono.Verde,
        "BORRADOR" or "EN_REVISION" => Tono.Ambar,
        "CON_OBSERVACIONES" => Tono.Guinda,
        _ => Tono.Neutro,
    };
}
