using Microsoft.AspNetCore.Mvc;

namespace Sintra.Web.Seguridad;

/// <summary>Where to go after signing in: a path of this site and nothing else.</summary>
internal static class Regreso
{
    public const string Parametro = "volver";

    private static readonly string[] Puertas = ["/entrar", "/salir", "/pausa", "/bienvenida", "/error"];

    /// <returns>The path, or «/» when it leads out, carries a query, or leads back to a door.</returns>
    public static string Local(IUrlHelper url, string? volver) => Valido(volver) && url.IsLocalUrl(volver) ? volver! : "/";

    /// <summary>Without an <see cref="IUrlHelper"/>: the same, decided by form alone.</summary>
    public static bool Valido(string? volver) =>
        volver is ['/', ..]
        && !volver.StartsWith("//", StringComparison.Ordinal)
        && !volver.Any(letra => letra is '?' or '#' or '\\' || char.IsControl(letra))
        && !Puertas.Any(puerta => new PathString(volver).StartsWithSegments(puerta));
}
