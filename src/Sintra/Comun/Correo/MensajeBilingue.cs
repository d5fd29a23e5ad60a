using System.Net;

namespace Sintra.Comun.Correo;

/// <summary>A message in both languages, Spanish first: who it is for may have no language in the system yet. The link stands once, for it works once.</summary>
public static class MensajeBilingue
{
    private const string Raya = "----------------------------------------";

    /// <param name="asunto">In Spanish and in English, as every pair here.</param>
    /// <param name="texto">Paragraphs apart by an empty line; plain words.</param>
    /// <param name="enlace">Where to go; null when there is nowhere.</param>
    /// <param name="accion">What the link does.</param>
    public static Mensaje De(string correo, (string Es, string En) asunto, (string Es, string En) texto, Uri? enlace = null, (string Es, string En) accion = default)
    {
        var (conEnlace, link) = enlace is null ? ("", "") : ($"{accion.Es} · {accion.En}:\n\n{enlace}\n\n", Html(enlace, $"{accion.Es} · {accion.En}"));
        return new(
            correo,
            $"{asunto.Es} · {asunto.En}",
            $"{texto.Es}\n\n{conEnlace}{Raya}\n\n{texto.En}\n",
            $"{Html(texto.Es)}{link}<hr><div lang=\"en\">{Html(texto.En)}</div>");
    }

    private static string Html(Uri enlace, string palabras) => $"<p><a href=\"{WebUtility.HtmlEncode(enlace.AbsoluteUri)}\">{WebUtility.HtmlEncode(palabras)}</a></p>";

    private static string Html(string texto) =>
        string.Concat(texto.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p.Replace('\n', ' '))}</p>"));
}
