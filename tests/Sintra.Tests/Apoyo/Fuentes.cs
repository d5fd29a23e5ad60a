namespace Sintra.Tests.Apoyo;

/// <summary>The sources as they stand in the checkout the tests were built from.</summary>
public static class Fuentes
{
    private static readonly string[] Ajenas = ["/bin/", "/obj/", "/Migraciones/", "/wwwroot/lib/"];

    /// <summary>The folder that holds <c>Sintra.slnx</c>.</summary>
    public static string Raiz { get; } = Buscar(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Our own files under <c>src</c>, with «/» in their relative paths: not built, generated nor vendored ones.</summary>
    public static IEnumerable<(string Ruta, string Texto)> De(params string[] extensiones) =>
        Directory.EnumerateFiles(Path.Combine(Raiz, "src"), "*", SearchOption.AllDirectories)
            .Where(ruta => extensiones.Contains(Path.GetExtension(ruta)))
            .Select(ruta => (Ruta: Path.GetRelativePath(Raiz, ruta).Replace('\\', '/'), Entera: ruta))
            .Where(f => !Ajenas.Any(f.Ruta.Contains) && !f.Ruta.Contains(".min.", StringComparison.Ordinal))
            .Select(f => (f.Ruta, File.ReadAllText(f.Entera)));

    public static string Leer(string ruta) => File.ReadAllText(Path.Combine(Raiz, ruta));

    private static string Buscar(DirectoryInfo? carpeta) => carpeta switch
    {
        null => throw new InvalidOperationException("The tests read the sources: run them from a checkout."),
        _ when File.Exists(Path.Combine(carpeta.FullName, "Sintra.slnx")) => carpeta.FullName,
        _ => Buscar(carpeta.Parent),
    };
}
