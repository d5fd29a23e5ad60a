using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>
/// What to correct, on top of the page, each line a link to its field; nothing when all is well. It takes the focus by itself, without script.
/// (The framework's own summary writes an inline style, which the content policy forbids.)
/// </summary>
/// <example><c>&lt;s-errores /&gt;</c>, first thing inside the page, above its h1.</example>
[HtmlTargetElement("s-errores", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErroresTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Paths of the fields as the page shows them, so that the summary follows the page; without it, in the order of their names.</summary>
    public IReadOnlyList<string>? Orden { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errores = ViewContext.ViewData.ModelState
            .SelectMany(campo => campo.Value!.Errors, (campo, error) => (Campo: campo.Key, Mensaje: error.ErrorMessage))
            .Distinct()
            .OrderBy(e => Lugar(e.Campo))
            .ToList();

        if (errores.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "errores-titulo");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));

        var titulo = new TagBuilder("h2");
        titulo.AddCssClass("govuk-error-summary__title");
        titulo.MergeAttribute("id", "errores-titulo");
        titulo.InnerHtml.Append(textos["Errores.Titulo"]);

        var lista = new TagBuilder("ul");
        lista.AddCssClass("govuk-list govuk-error-summary__list");
        foreach (var (campo, mensaje) in errores)
        {
            lista.InnerHtml.AppendHtml(Linea(campo, mensaje));
        }

        output.Content.AppendHtml(titulo).AppendHtml(lista);
    }

    // What speaks of the whole page comes first; a field the page did not list, last.
    private int Lugar(string campo)
    {
        if (campo.Length == 0)
        {
            return -1;
        }

        var lugar = Orden?.ToList().IndexOf(campo) ?? -1;
        return lugar < 0 ? int.MaxValue : lugar;
    }

    private static TagBuilder Linea(string campo, string mensaje)
    {
        var linea = new TagBuilder("li");
        if (campo.Length == 0)
        {
            linea.InnerHtml.Append(mensaje);
            return linea;
        }

        var enlace = new TagBuilder("a");
        enlace.MergeAttribute("href", "#" + IdDeCampo.De(campo));
        enlace.InnerHtml.Append(mensaje);
        linea.InnerHtml.AppendHtml(enlace);
        return linea;
    }
}
