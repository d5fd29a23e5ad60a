using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>Answers to look over: what was asked, what was answered, and a way to change it.</summary>
/// <example>
/// <c>&lt;s-resumen&gt;&lt;s-fila-de-resumen etiqueta="Sexo" cambiar="/registro/…#sexo"&gt;Mujer&lt;/s-fila-de-resumen&gt;&lt;/s-resumen&gt;</c>
/// </example>
[HtmlTargetElement("s-resumen")]
public sealed class ResumenTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One row of <c>s-resumen</c>; without content it says «Sin respuesta».</summary>
[HtmlTargetElement("s-fila-de-resumen", ParentTag = "s-resumen")]
public sealed class FilaDeResumenTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public required string Etiqueta { get; set; }

    /// <summary>Address of the question; null where this reader may not change it.</summary>
    public string? Cambiar { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenido = await output.GetChildContentAsync();

        var etiqueta = new TagBuilder("dt");
        etiqueta.AddCssClass("govuk-summary-list__key");
        etiqueta.InnerHtml.Append(Etiqueta);

        var valor = new TagBuilder("dd");
        valor.AddCssClass("govuk-summary-list__value");
        valor.InnerHtml.AppendHtml(contenido.IsEmptyOrWhiteSpace ? SinRespuesta() : contenido);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Cambiar is null ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        output.Content.AppendHtml(etiqueta).AppendHtml(valor);
        if (Cambiar is not null)
        {
            output.Content.AppendHtml(Enlace(Cambiar));
        }
    }

    private TagBuilder SinRespuesta()
    {
        var vacio = new TagBuilder("span");
        vacio.AddCssClass("s-sin-respuesta");
        vacio.InnerHtml.Append(textos["Resumen.SinRespuesta"]);
        return vacio;
    }

    private TagBuilder Enlace(string direccion)
    {
        var campo = new TagBuilder("span"); // «Cambiar» alone says nothing in a list of links
        campo.AddCssClass("govuk-visually-hidden");
        campo.InnerHtml.Append($" {Etiqueta}");

        var enlace = new TagBuilder("a");
        enlace.MergeAttribute("href", direccion);
        enlace.InnerHtml.Append(textos["Resumen.Cambiar"]).AppendHtml(campo);

        var acciones = new TagBuilder("dd");
        acciones.AddCssClass("govuk-summary-list__actions");
        acciones.InnerHtml.AppendHtml(enlace);
        return acciones;
    }
}
