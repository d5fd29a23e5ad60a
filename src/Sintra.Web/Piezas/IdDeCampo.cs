namespace Sintra.Web.Piezas;

/// <summary>The HTML id of a field: its path, with what an id and a selector would trip over made a hyphen.</summary>
public static class IdDeCampo
{
    internal const string Separador = "-";

    /// <summary>Address of a question on the page that asks it, its row open.</summary>
    public static string EnPagina(string pagina, string ruta) =>
        $"{pagina}{(ruta.IndexOf(']', StringComparison.Ordinal) is > 0 and var cierre ? "?abrir=" + Uri.EscapeDataString(ruta[..(cierre + 1)]) : "")}#{De(ruta)}";

    /// <example><c>explotacion[2].forma</c> → <c>explotacion-2--forma</c></example>
    public static string De(string ruta) => ruta.Replace('[', '-').Replace(']', '-').Replace('.', '-');
}
