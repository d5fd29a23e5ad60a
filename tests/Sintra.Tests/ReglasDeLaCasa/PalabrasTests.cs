using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sylvan.Data.Csv;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Words that hurt, blame or say nothing, and do not appear before an official or a person sitting beside one.</summary>
public sealed partial class PalabrasTests
{
    // Proper names and names of the law keep their own words.
    private static readonly string[] CatalogosDeNombresPropios = ["instituciones", "paises", "municipios", "estados", "lenguas_indigenas", "familias_linguisticas", "idiomas"];

    private static readonly string[] ColumnasQueSeLeen =
        ["etiqueta", "definicion", "cuando_usar", "ejemplo", "como_se_cuenta", "titulo", "nombre", "etiqueta_estadistica", "descripcion"];

    [Fact]
    public void Ningun_texto_del_diccionario_las_usa() => Directory
        .EnumerateFiles(Path.Combine(Fuentes.Raiz, "src/Sintra/Diccionario/Semilla"), "*.csv", SearchOption.AllDirectories)
        .Where(ruta => !CatalogosDeNombresPropios.Contains(Path.GetFileNameWithoutExtension(ruta)))
        .SelectMany(Celdas)
        .SelectMany(celda => Faltas(celda.Donde, celda.Texto))
        .ShouldBeEmpty();

    [Fact]
    public void Ninguna_pagina_las_usa() => Fuentes.De(".cshtml")
        .SelectMany(f => Faltas(f.Ruta, ComentarioDeRazor().Replace(f.Texto, "")))
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_recurso_las_usa() => Fuentes.De(".resx")
        .SelectMany(f => XDocument.Parse(f.Texto).Descendants("data").SelectMany(d => Faltas($"{f.Ruta}: {d.Attribute("name")?.Value}", d.Element("value")?.Value ?? "")))
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_mensaje_del_codigo_las_usa() => Fuentes.De(".cs")
        .SelectMany(f => Cadena().Matches(Comentario().Replace(f.Texto, "")).SelectMany(m => Faltas(f.Ruta, m.Value)))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("El menor ingresó ayer")]
    [InlineData("Campo inválido")]
    [InlineData("la presunta víctima")]
    [InlineData("Dar de baja al sujeto")]
    public void Las_reconoce(string texto) => Faltas("ejemplo", texto).ShouldNotBeEmpty();

    [Theory]
    [InlineData("El primer extremo debe ser menor que el segundo")]
    [InlineData("""Textos["Ver.Presunta"]""")]
    [InlineData("PRESUNTA")]
    [InlineData("Si es menor de 18 años no se preguntan los medios")]
    [InlineData("Privación ilegal de la libertad")]
    [InlineData("Se presume niña, niño o adolescente")]
    public void No_se_excede(string texto) => Faltas("ejemplo", texto).ShouldBeEmpty();

    private static IEnumerable<string> Faltas(string donde, string texto) =>
        PorEvitar().Matches(texto)
        .Where(m => m.Value.Any(char.IsLower)) // codes of catalogues
        .Select(m => $"{donde}: «{m.Value}» in «{texto[Math.Max(0, m.Index - 30)..Math.Min(texto.Length, m.Index + m.Length + 30)]}»");

    private static IEnumerable<(string Donde, string Texto)> Celdas(string ruta)
    {
        using var csv = CsvDataReader.Create(ruta);
        var columnas = Enumerable.Range(0, csv.FieldCount).Where(i => ColumnasQueSeLeen.Contains(csv.GetName(i))).ToArray();
        while (csv.Read())
        {
            foreach (var i in columnas)
            {
                yield return ($"{Path.GetFileName(ruta)} {csv.GetString(0)}.{csv.GetName(i)}", csv.GetString(i));
            }
        }
    }

    [GeneratedRegex(@"(?<!\w\.)\b(?:menor(?:es)?(?! de (?:18|dieciocho)\b| que\b| o igual\b)|sujet[oa]s?|presunt[oa]s?|supuestas? víctimas?|pacientes?|prostitución infantil|pornografía infantil|turismo sexual|padrotes?|tratante confeso|(?:personas?|migrantes?|extranjer[oa]s?) ilegal(?:es)?|ilegales|indocumentad[oa]s?|discapacitad[oa]s?|dialectos?|confesó|alega|(?:dar|dad[oa]s?|darse) de baja|falsas? víctimas?|inválid[oa]s?|se dejó enganchar)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PorEvitar();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex ComentarioDeRazor();

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comentario();

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Cadena();
}
