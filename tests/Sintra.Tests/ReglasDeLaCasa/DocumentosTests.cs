using System.Text.RegularExpressions;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>What the documents point at exists.</summary>
public sealed partial class DocumentosTests
{
    private static readonly string[] Todos = ["README.md", "README.es.md", .. Directory.EnumerateFiles(Path.Combine(Fuentes.Raiz, "docs"), "*.md", SearchOption.AllDirectories).Select(r => Path.GetRelativePath(Fuentes.Raiz, r))];

    [Fact]
    public void Todo_enlace_lleva_a_un_archivo() => Todos
        .SelectMany(documento => Enlace().Matches(Fuentes.Leer(documento)).Select(m => (documento, destino: m.Groups[1].Value)))
        .Where(e => !Path.Exists(Path.Combine(Fuentes.Raiz, Path.GetDirectoryName(e.documento)!, e.destino)))
        .Select(e => $"{e.documento} → {e.destino}")
        .ShouldBeEmpty();

    [Fact]
    public void Toda_prueba_que_la_tabla_de_seguridad_nombra_existe()
    {
        var pruebas = typeof(DocumentosTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet();

        Prueba().Matches(Fuentes.Leer("docs/security.md")).Select(m => m.Groups[1].Value).Distinct().Except(pruebas).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Enlace();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex Prueba();
}
