using Microsoft.Extensions.Localization;

namespace Sintra.Web.Documentos;

/// <summary>How large a document is, as people say it.</summary>
public sealed class TamanoEnPalabras(IStringLocalizer<Recursos.TextosDeDocumentos> textos)
{
    private const double Kilo = 1024;

    /// <summary>«312 KB», «1.4 MB».</summary>
    public string De(long bytes) => bytes < Kilo * Kilo
        ? textos["Tamano.Kb", Math.Max(1, Math.Round(bytes / Kilo))]
        : textos["Tamano.Mb", Math.Round(bytes / Kilo / Kilo, 1)];
}
