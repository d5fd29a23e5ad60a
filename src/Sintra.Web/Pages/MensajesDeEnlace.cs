using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages;

/// <summary>What a page says when the framework cannot read a field, in the reader's words. The framework's own repeat what was typed, in English.</summary>
internal sealed class MensajesDeEnlace(IStringLocalizer<Textos> textos) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var mensajes = options.ModelBindingMessageProvider;
        mensajes.SetAttemptedValueIsInvalidAccessor((_, _) => NoSeEntiende);
        mensajes.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NoSeEntiende);
        mensajes.SetUnknownValueIsInvalidAccessor(_ => NoSeEntiende);
        mensajes.SetNonPropertyUnknownValueIsInvalidAccessor(() => NoSeEntiende);
        mensajes.SetValueIsInvalidAccessor(_ => NoSeEntiende);
        mensajes.SetValueMustBeANumberAccessor(_ => NoSeEntiende);
        mensajes.SetNonPropertyValueMustBeANumberAccessor(() => NoSeEntiende);
        mensajes.SetValueMustNotBeNullAccessor(_ => Falta);
        mensajes.SetMissingBindRequiredValueAccessor(_ => Falta);
        mensajes.SetMissingKeyOrValueAccessor(() => Falta);
        mensajes.SetMissingRequestBodyRequiredValueAccessor(() => Falta);
    }

    private string NoSeEntiende => textos["Enlace.NoSeEntiende"];

    private string Falta => textos["Enlace.Falta"];
}

/// <summary>Where no form was sent there is nothing to correct: an address whose query cannot be read shows its page as if it had none.</summary>
internal sealed class SinFormularioNadaQueCorregir : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing has been read yet.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!context.HttpContext.Request.HasFormContentType)
        {
            context.ModelState.Clear();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // What the page itself found wrong stays.
    }
}
