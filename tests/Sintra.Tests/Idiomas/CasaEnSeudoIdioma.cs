using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Sintra.Tests.Idiomas;

/// <summary>The house in the language that nobody speaks: every text out of a resource comes between brackets.</summary>
internal static class CasaEnSeudoIdioma
{
    public static void Vestir(IServiceCollection servicios)
    {
        servicios.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, FabricaDeSeudo>());
        servicios.PostConfigure<RequestLocalizationOptions>(o =>
        {
            o.SupportedUICultures!.Add(new(SeudoIdioma.Codigo));
            o.RequestCultureProviders = [new CustomRequestCultureProvider(_ => Task.FromResult<ProviderCultureResult?>(new("es-MX", SeudoIdioma.Codigo)))];
        });
    }

    private sealed class FabricaDeSeudo(IOptions<LocalizationOptions> opciones, ILoggerFactory registro) : IStringLocalizerFactory
    {
        private readonly ResourceManagerStringLocalizerFactory _verdadera = new(opciones, registro);

        public IStringLocalizer Create(Type resourceSource) => new Seudo(_verdadera.Create(resourceSource));

        public IStringLocalizer Create(string baseName, string location) => new Seudo(_verdadera.Create(baseName, location));
    }

    private sealed class Seudo(IStringLocalizer verdadero) : IStringLocalizer
    {
        public LocalizedString this[string name] => Marcar(verdadero[name]);

        public LocalizedString this[string name, params object[] arguments] => Marcar(verdadero[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => verdadero.GetAllStrings(includeParentCultures).Select(Marcar);

        private static LocalizedString Marcar(LocalizedString texto) =>
            SeudoIdioma.Es(CultureInfo.CurrentUICulture) && !texto.ResourceNotFound ? new(texto.Name, SeudoIdioma.De(texto.Value), false) : texto;
    }
}
