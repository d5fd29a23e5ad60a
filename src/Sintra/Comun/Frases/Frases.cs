using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Sintra.Comun;

/// <summary>
/// The English of the core's sentences, by their Spanish (<c>Frases.ingles.resx</c>; a test keeps it complete and without remains).
/// </summary>
public static class Frases
{
    private static readonly Lazy<FrozenDictionary<string, string>> Ingles = new(Leer);

    public static IEnumerable<string> Plantillas => Ingles.Value.Keys;

    /// <summary>The sentence in that language; as it is where there is no translation.</summary>
    internal static string Buscar(string plantilla, CultureInfo idioma) => idioma switch
    {
        { TwoLetterISOLanguageName: "en" } => Ingles.Value.GetValueOrDefault(plantilla, plantilla),
        _ when SeudoIdioma.Es(idioma) && Ingles.Value.ContainsKey(plantilla) => SeudoIdioma.De(plantilla),
        _ => plantilla,
    };

    private static FrozenDictionary<string, string> Leer()
    {
        using var recurso = typeof(Frases).Assembly.GetManifestResourceStream("frases.ingles.resources") ?? throw new InvalidOperationException("The assembly carries no English sentences.");
        using var lector = new ResourceReader(recurso);
        return lector.Cast<System.Collections.DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!);
    }
}
