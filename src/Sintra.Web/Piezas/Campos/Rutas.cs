namespace Sintra.Web.Piezas.Campos;

/// <summary>Names of fields and what follows from them.</summary>
public static class Rutas
{
    /// <summary>Id of the element that stands for the path: error summaries link to it.</summary>
    public static string Id(string ruta) => ruta.Replace('[', '-').Replace(']', '-').Replace('.', '-');

    public static string DeFila(string grupo, int numero) => FormattableString.Invariant($"{grupo}[{numero}]");
}
