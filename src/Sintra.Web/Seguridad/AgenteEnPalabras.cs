namespace Sintra.Web.Seguridad;

/// <summary>
/// A browser's description of itself, as its owner would call it: «Firefox», «Windows». It is for recognising one's own sessions and decides
/// nothing, for any program may say what it likes.
/// </summary>
public static class AgenteEnPalabras
{
    // The order matters: most browsers also claim to be the ones they descend from.
    private static readonly (string Marca, string Nombre)[] Navegadores =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Marca, string Nombre)[] Sistemas =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Names of makers; null what is not known.</returns>
    public static (string? Navegador, string? Sistema) De(string agente) => (Buscar(Navegadores, agente), Buscar(Sistemas, agente));

    private static string? Buscar((string Marca, string Nombre)[] conocidos, string agente) =>
        conocidos.FirstOrDefault(c => agente.Contains(c.Marca, StringComparison.Ordinal)).Nombre;
}
