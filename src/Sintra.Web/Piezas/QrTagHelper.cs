using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Sintra.Web.Piezas;

/// <summary>A QR code drawn as SVG inside the page: nothing to fetch, nothing for a cache to keep, no inline style.</summary>
/// <example><c>&lt;s-qr texto="otpauth://…" titulo="Código QR" /&gt;</c></example>
[HtmlTargetElement("s-qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    private const int Pixeles = 220;

    public required string Texto { get; set; }

    /// <summary>What a screen reader says; give the same by hand beside it.</summary>
    public required string Titulo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var generador = new QRCodeGenerator();
        using var codigo = generador.CreateQrCode(Texto, QRCodeGenerator.ECCLevel.M);
        var filas = codigo.ModuleMatrix; // quiet zone included
        var lado = filas.Count;

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "s-qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {lado} {lado}");
        output.Attributes.SetAttribute("width", Pixeles);
        output.Attributes.SetAttribute("height", Pixeles);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Titulo);

        var fondo = new TagBuilder("rect") { TagRenderMode = TagRenderMode.SelfClosing };
        fondo.MergeAttribute("width", "100%");
        fondo.MergeAttribute("height", "100%");
        fondo.MergeAttribute("fill", "#fff");

        var trazo = new StringBuilder();
        for (var y = 0; y < lado; y++)
        {
            for (var x = 0; x < lado; x++)
            {
                if (filas[y][x])
                {
                    trazo.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var puntos = new TagBuilder("path") { TagRenderMode = TagRenderMode.SelfClosing };
        puntos.MergeAttribute("d", trazo.ToString());
        puntos.MergeAttribute("fill", "#000");
        output.Content.AppendHtml(fondo).AppendHtml(puntos);
    }
}
