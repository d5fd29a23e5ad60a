using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Sintra.Web.Recursos;

namespace Sintra.Web.Piezas;

/// <summary>
/// A button that answers its form with a passkey: <c>llave.js</c> asks for a challenge, has the device sign it, writes the answer into the hidden
/// field <c>Credencial</c> and sends the form. Without JavaScript it says what is needed.
/// </summary>
/// <example><c>&lt;s-llave reto="/entrar/llave/reto"&gt;Entrar con llave de acceso&lt;/s-llave&gt;</c>, inside a form that posts.</example>
[HtmlTargetElement("s-llave")]
public sealed class LlaveTagHelper(IStringLocalizer<TextosDeCuentas> textos) : TagHelper
{
    /// <summary>Where the challenge is asked for.</summary>
    public required string Reto { get; set; }

    /// <summary>To make a passkey; otherwise one is used.</summary>
    public bool Crear { get; set; }

    public EstiloDeBoton Estilo { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var palabras = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "s-llave");

        var campo = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        campo.MergeAttribute("type", "hidden");
        campo.MergeAttribute("name", "Credencial");

        var boton = new TagBuilder("button");
        boton.MergeAttribute("type", "submit");
        boton.MergeAttribute("id", "Credencial");
        boton.AddCssClass(Estilo == EstiloDeBoton.Principal ? "govuk-button" : "govuk-button govuk-button--secondary");
        boton.MergeAttribute("data-llave", Crear ? "crear" : "usar");
        boton.MergeAttribute("data-llave-reto", Reto);
        boton.InnerHtml.AppendHtml(palabras);

        var aviso = new TagBuilder("p");
        aviso.AddCssClass("govuk-error-message");
        aviso.MergeAttribute("role", "alert");
        aviso.MergeAttribute("data-llave-aviso", "");
        aviso.MergeAttribute("data-sin-apoyo", textos["Llave.SinApoyo"]);
        aviso.MergeAttribute("data-no-se-pudo", textos["Llave.NoSePudo"]);

        var sinGuion = new TagBuilder("p");
        sinGuion.AddCssClass("s-nota");
        sinGuion.InnerHtml.Append(textos["Llave.SinGuion"]);

        output.Content.AppendHtml(campo).AppendHtml(boton).AppendHtml(aviso).AppendHtml("<noscript>").AppendHtml(sinGuion).AppendHtml("</noscript>");
    }
}
