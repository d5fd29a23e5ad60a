namespace Sintra.Web.Piezas;

/// <summary>The HTML id of a field: its path, with what an id and a selector would trip over made a hyphen.</summary>
public static class IdDeCampo
{
    internal const string Separador = "-";

    /// <example><c>explotacion[2].forma</c> → <c>explotacion-2--forma</c></example>
    public static string De(string ruta) => ruta.Replace('[', '-').Replace(']', '-').Replace('.', '-');
}
