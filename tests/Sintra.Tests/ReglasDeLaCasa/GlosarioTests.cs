using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>
/// One word per thing, and every word explained. Names of public types, their public members and files are cut at their capitals;
/// each part must be an English or framework word of <c>docs/glossary-english.txt</c> or stand in the first column of <c>docs/glossary.md</c>.
/// There a term covers itself and its plurals; a stem that ends in a hyphen covers every word that begins with it.
/// </summary>
public sealed partial class GlosarioTests
{
    private const BindingFlags Publicos = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void El_glosario_explica_cada_palabra_del_codigo()
    {
        var glosario = Glosario();
        var ingles = Ingles();

        Nombres()
            .SelectMany(nombre => Partes(nombre).Select(parte => (parte, nombre)))
            .Where(p => !ingles.Contains(p.parte) && !glosario.Explica(p.parte))
            .GroupBy(p => p.parte, p => p.nombre)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} ({string.Join(", ", g.Distinct().Take(3))})")
            .ShouldBeEmpty("add a row to docs/glossary.md (or, for a word of .NET, to docs/glossary-english.txt)");
    }

    [Fact]
    public void Cada_fila_tiene_sus_cuatro_columnas() => Filas()
        .Where(fila => fila.Length != 4 || fila[0].Length == 0 || fila[2].Length == 0 || fila[3].Length == 0)
        .Select(fila => string.Join(" | ", fila))
        .ShouldBeEmpty();

    [Fact]
    public void Ninguna_palabra_se_explica_dos_veces() => Filas()
        .SelectMany(fila => Terminos(fila[0]))
        .GroupBy(t => t)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key)
        .ShouldBeEmpty();

    private static IEnumerable<string> Nombres() =>
        new[] { typeof(SintraDb).Assembly, typeof(Program).Assembly }
            .SelectMany(e => e.GetTypes())
            .Where(t => (t.IsPublic || t.IsNestedPublic) && t.Namespace?.StartsWith("Sintra", StringComparison.Ordinal) is true && !t.Namespace.Contains("Migraciones", StringComparison.Ordinal) && !t.Name.Contains('<'))
            .SelectMany(t => t.GetMembers(Publicos).Where(EsNuestro).Select(m => m.Name).Append(t.Name))
            .Concat(Fuentes.De(".cs", ".cshtml").SelectMany(f => f.Ruta.Split('/')[2..].Select(p => p.Split('.')[0])));

    // Getters, operators, compiler's own and what a framework base prescribes are not names that we chose.
    private static bool EsNuestro(MemberInfo miembro) => miembro switch
    {
        MethodBase metodo => metodo is { IsSpecialName: false } && (metodo as MethodInfo)?.GetBaseDefinition().DeclaringType == metodo.DeclaringType && !metodo.Name.Contains('<'),
        FieldInfo campo => !campo.IsSpecialName,
        _ => !miembro.Name.Contains('<'),
    };

    private static IEnumerable<string> Partes(string nombre) => Palabra().Matches(nombre).Select(m => m.Value.ToLowerInvariant()).Where(p => p.Length > 1);

    private static IEnumerable<string[]> Filas() => Fuentes.Leer("docs/glossary.md").Split('\n')
        .Where(linea => linea.StartsWith("| ", StringComparison.Ordinal))
        .Skip(1) // the head; the rule under it begins otherwise
        .Select(linea => linea.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Terminos(string columna) => columna.Split(',', StringSplitOptions.TrimEntries).Select(SinAcentos);

    private static string SinAcentos(string texto) => string.Concat(texto.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static HashSet<string> Ingles() => [.. Fuentes.Leer("docs/glossary-english.txt").Split('\n')
        .Where(linea => !linea.StartsWith('#'))
        .SelectMany(linea => linea.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    private static Indice Glosario() => new(Filas().SelectMany(fila => Terminos(fila[0])));

    private sealed class Indice(IEnumerable<string> terminos)
    {
        private readonly HashSet<string> _palabras = [.. terminos.Where(t => !t.EndsWith('-'))];
        private readonly string[] _raices = [.. terminos.Where(t => t.EndsWith('-')).Select(t => t.TrimEnd('-'))];

        public bool Explica(string palabra) =>
            _palabras.Contains(palabra)
            || (palabra.EndsWith('s') && (_palabras.Contains(palabra[..^1]) || (palabra.EndsWith("es", StringComparison.Ordinal) && _palabras.Contains(palabra[..^2]))))
            || _raices.Any(raiz => palabra.StartsWith(raiz, StringComparison.Ordinal));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Palabra();
}
