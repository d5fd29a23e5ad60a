using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Sintra.Web.Piezas;

namespace Sintra.Tests.Cara;

public sealed partial class TextosTests
{
    private static readonly string Web = Path.Combine(CasaDeCara.Raiz, "src", "Sintra.Web");

    public static TheoryData<string> Recursos => [.. Directory.EnumerateFiles(Path.Combine(Web, "Recursos"), "*.resx")
        .Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => !f.EndsWith(".en", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Recursos))]
    public void Los_dos_idiomas_tienen_los_mismos_textos(string recurso)
    {
        var (espanol, ingles) = (Leer($"{recurso}.resx"), Leer($"{recurso}.en.resx"));

        ingles.Keys.Order().ShouldBe(espanol.Keys.Order());
        espanol.Values.ShouldAllBe(v => v.Length > 0);
        ingles.Values.ShouldAllBe(v => v.Length > 0);
    }

    [Fact]
    public void Todo_texto_que_una_pagina_nombra_existe()
    {
        var textos = Recursos.SelectMany(r => Leer($"{r.Data}.resx").Keys).ToHashSet();
        var nombrados = Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Nombrado().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToList();

        nombrados.Count.ShouldBeGreaterThan(40);
        nombrados.Where(n => !textos.Contains(n)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Recursos))]
    public void Ningun_texto_usa_las_palabras_que_la_casa_evita(string recurso) =>
        Leer($"{recurso}.resx").Where(t => Evitada().IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}").ShouldBeEmpty();

    [Fact]
    public void Lo_traido_de_fuera_es_lo_que_dice_su_lista()
    {
        var lib = Path.Combine(Web, "wwwroot", "lib");
        var lista = Suma().Matches(File.ReadAllText(Path.Combine(CasaDeCara.Raiz, "docs", "vendored.md")))
            .ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);
        var archivos = Directory.EnumerateFiles(lib, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(lib, f).Replace('\\', '/'), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))));

        archivos.ShouldBe(lista, ignoreOrder: true);
    }

    [Theory]
    [InlineData("edad_registro", "edad_registro")]
    [InlineData("explotacion[2].forma", "explotacion-2--forma")]
    public void El_id_de_un_campo_sigue_a_su_ruta(string ruta, string id) => IdDeCampo.De(ruta).ShouldBe(id);

    [Fact]
    public void El_id_de_un_campo_nunca_lleva_signos_que_un_selector_entienda() =>
        Gen.String[Gen.Char["abz_09[]."], 1, 40].Sample(ruta => IdDeCampo.De(ruta).All(c => c is '-' or '_' || char.IsAsciiLetterOrDigit(c)));

    private static Dictionary<string, string> Leer(string archivo) => XDocument.Load(Path.Combine(Web, "Recursos", archivo))
        .Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    // T["Pie.Ayuda"], textos["Migas.Nombre"], Avisar<Registro>("Hecho.Guardado"); those built from parts ($"…") are seen when their page is asked for.
    [GeneratedRegex("""\b(?:(?:T|C|R|textos)\[|(?:Avisar|Texto)<[\w.]+>\()"([^"{]+)"[\],)]""")]
    private static partial Regex Nombrado();

    [GeneratedRegex(@"\b(menor(es)?|sujetos?|inválid[oa]s?|ilegal(es)?|indocumentad[oa]s?|presunt[oa]s?|prostitución|padrote|cliente|confesó|éxito)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Evitada();

    [GeneratedRegex("^([0-9a-f]{64})  (.+)$", RegexOptions.Multiline)]
    private static partial Regex Suma();
}
