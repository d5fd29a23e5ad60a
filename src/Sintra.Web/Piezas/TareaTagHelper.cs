using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>One task: its name (a link unless it does not apply), a note, and its state; «Completa» is plain text, so that the eye goes to what is pending.</summary>
/// <example><c>&lt;s-tarea titulo="Captación y traslado" ir="/registro/…" estado="EnCurso" nota="Faltan 2 respuestas" /&gt;</c></example>
[HtmlTargetElement("s-tarea", ParentTag = "s-paso", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TareaTagHelper(IStringLocalizer<Textos> textos) : TagHelper
{
    public required string Titulo { get; set; }

    /// <summary>Null or empty: not open to this reader, or does not apply.</summary>
    public string? Ir { get; set; }

    public string? Nota { get; set; }

    public EstadoDeTarea Estado { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // UniqueId is the place in the source: the same for every task of a loop. The end of the address is not its own either: many begin at screen 1.
        var idDeEstado = string.IsNullOrEmpty(Ir) ? null : $"tarea-{Ir.Trim('/').Replace('/', '-')}";
        var clase = Estado == EstadoDeTarea.NoAplica ? " s-tarea--no-aplica" : string.IsNullOrEmpty(Ir) ? "" : " s-tarea--enlace";

        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "s-tarea" + clase);
        output.Content.AppendHtml(Nombre(idDeEstado)).AppendHtml(EnPalabras(idDeEstado));
    }

    private TagBuilder Nombre(string? idDeEstado)
    {
        var nombre = new TagBuilder("div");
        nombre.AddCssClass("s-tarea__nombre");

        if (string.IsNullOrEmpty(Ir) || Estado == EstadoDeTarea.NoAplica)
        {
            nombre.InnerHtml.Append(Titulo);
        }
        else
        {
            var enlace = new TagBuilder("a");
            enlace.AddCssClass("s-tarea__enlace");
            enlace.MergeAttribute("href", Ir);
            enlace.MergeAttribute("aria-describedby", idDeEstado);
            enlace.InnerHtml.Append(Titulo);
            nombre.InnerHtml.AppendHtml(enlace);
        }

        if (!string.IsNullOrEmpty(Nota))
        {
            var nota = new TagBuilder("span");
            nota.AddCssClass("s-tarea__nota");
            nota.InnerHtml.Append(Nota);
            nombre.InnerHtml.AppendHtml(nota);
        }

        return nombre;
    }

    private TagBuilder EnPalabras(string? id)
    {
        var estado = new TagBuilder("span");
        if (id is not null)
        {
            estado.MergeAttribute("id", id);
        }

        estado.InnerHtml.Append(textos[$"Tarea.{Estado}"]);
        switch (Estado)
        {
            case EstadoDeTarea.SinIniciar:
                estado.AddCssClass("s-etiqueta");
                break;
            case EstadoDeTarea.EnCurso:
                estado.AddCssClass("s-etiqueta s-etiqueta--ambar");
                break;
        }

        return estado;
    }
}
