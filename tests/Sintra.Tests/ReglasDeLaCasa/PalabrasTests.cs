using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sylvan.Data.Csv;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Words that hurt, blame or say nothing, and do not appear before an official or a person sitting beside one.</summary>
public sealed partial class PalabrasTests
{
    // Proper names and names of the law keep their own words.
    private static readonly string[] CatalogosDeNombresPropios =
        ["instituciones", "paises", "municipios", "estados", "lenguas_indigenas", "familias_linguisticas", "idiomas", "curp_palabras_inconvenientes"];

    // The law's own words stand beside ours. Every other column in Spanish may be shown some day, so all are looked at.
    private static readonly string[] ColumnasDeLaLey = ["nombre_legal", "fundamento", "ley"];

    private static readonly string[] ColumnasDeRotulos = ["etiqueta", "titulo"];

    [Fact]
    public void Ningun_texto_del_diccionario_las_usa() => Directory
        .EnumerateFiles(Path.Combine(Fuentes.Raiz, "src/Sintra/Diccionario/Semilla"), "*.csv", SearchOption.AllDirectories)
        .Where(ruta => !CatalogosDeNombresPropios.Contains(Path.GetFileNameWithoutExtension(ruta)))
        .SelectMany(Celdas)
        .SelectMany(celda => Faltas(celda.Donde, celda.Texto).Concat(ColumnasDeRotulos.Contains(celda.Columna) ? Faltas(celda.Donde, celda.Texto, EnRotulos()) : []))
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_compromiso_las_usa() => Fuentes.De(".txt")
        .Where(f => f.Ruta.Contains("/Compromisos/", StringComparison.Ordinal))
        .SelectMany(f => Faltas(f.Ruta, f.Texto))
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_guion_las_usa() => Fuentes.De(".js")
        .SelectMany(f => Cadena().Matches(Comentario().Replace(f.Texto, "")).SelectMany(m => Faltas(f.Ruta, m.Value)))
        .ShouldBeEmpty();

    [Fact]
    public void Ninguna_pagina_las_usa() => Fuentes.De(".cshtml")
        .SelectMany(f => Faltas(f.Ruta, ComentarioDeRazor().Replace(f.Texto, "")))
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_recurso_las_usa() => Fuentes.De(".resx")
        .SelectMany(f => XDocument.Parse(f.Texto).Descendants("data").SelectMany(d => FaltasDeRecurso($"{f.Ruta}: {d.Attribute("name")?.Value}", d.Element("value")?.Value ?? "")))
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
    [InlineData("el caso del jueves")]
    [InlineData("Casos por sexo")]
    [InlineData("Supuesto caso sin personas")]
    [InlineData("La paciente")]
    [InlineData("la supuesta víctima")]
    [InlineData("Sobreviviente")]
    [InlineData("prostitución infantil")]
    [InlineData("pornografía infantil")]
    [InlineData("turismo sexual")]
    [InlineData("menores infractores")]
    [InlineData("el cliente pagó")]
    [InlineData("padrote")]
    [InlineData("tratante confesa")]
    [InlineData("se dejó enganchar")]
    [InlineData("aceptó irse con él")]
    [InlineData("migrante ilegal")]
    [InlineData("indocumentadas")]
    [InlineData("discapacitado")]
    [InlineData("habla un dialecto")]
    [InlineData("confesó que")]
    [InlineData("La persona alegó")]
    [InlineData("la víctima dice que")]
    [InlineData("entregar a la persona")]
    [InlineData("despachar")]
    [InlineData("falsa víctima")]
    [InlineData("víctima descartada")]
    public void Las_reconoce(string texto) => Faltas("ejemplo", texto).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Entregar")]
    [InlineData("Asegurar persona")]
    [InlineData("Despachar")]
    public void Reconoce_los_verbos_de_boton(string texto) => FaltasDeRecurso("ejemplo", texto).ShouldNotBeEmpty();

    [Theory]
    [InlineData("El primer extremo debe ser menor que el segundo")]
    [InlineData("""Textos["Ver.Presunta"]""")]
    [InlineData("PRESUNTA")]
    [InlineData("Si es menor de 18 años no se preguntan los medios")]
    [InlineData("Privación ilegal de la libertad")]
    [InlineData("Se presume niña, niño o adolescente")]
    [InlineData("En el caso de niñas, niños y adolescentes")]
    [InlineData("El trato que la persona pide: «sobreviviente»")]
    [InlineData("Cliente de API institucional")]
    [InlineData("Sólo los servicios que la persona aceptó")]
    public void No_se_excede(string texto) => Faltas("ejemplo", texto).ShouldBeEmpty();

    private static IEnumerable<string> FaltasDeRecurso(string donde, string texto) => Faltas(donde, texto).Concat(Faltas(donde, texto, VerboDeBoton()));

    private static IEnumerable<string> Faltas(string donde, string texto, Regex? cuales = null) =>
        (cuales ?? PorEvitar()).Matches(texto)
        .Where(m => m.Value.Any(char.IsLower)) // codes of catalogues
        .Select(m => $"{donde}: «{m.Value}» in «{texto[Math.Max(0, m.Index - 30)..Math.Min(texto.Length, m.Index + m.Length + 30)]}»");

    private static IEnumerable<(string Donde, string Columna, string Texto)> Celdas(string ruta)
    {
        using var csv = CsvDataReader.Create(ruta);
        var columnas = Enumerable.Range(0, csv.FieldCount).Where(i => !csv.GetName(i).EndsWith("_en", StringComparison.Ordinal) && !ColumnasDeLaLey.Contains(csv.GetName(i))).ToArray();
        while (csv.Read())
        {
            foreach (var i in columnas)
            {
                yield return ($"{Path.GetFileName(ruta)} {csv.GetString(0)}.{csv.GetName(i)}", csv.GetName(i), csv.GetString(i));
            }
        }
    }

    // A word between «» alone is named, not used.
    [GeneratedRegex("""
        (?<!\w\.|«)\b(?:
          menor(?:es)?(?!\ de\ (?:18|dieciocho)\b|\ que\b|\ o\ igual\b) | sujet[oa]s? | pacientes? | sobrevivientes?
          | (?:el|un|del|al|este|ese|cada|su|los|sus)\ casos?(?!\ de\ (?:niñ|que)) | casos | supuest[oa]s?\ (?:víctimas?|casos?) | presunt[oa]s?
          | prostitución\ infantil | pornografía\ infantil | turismo\ sexual
          | padrotes? | clientes?(?!\ de\ API) | tratantes?\ confes[oa]s? | se\ dejó\ enganchar | aceptó\ (?:ir(?:se)?|viajar|trabajar|prostituirse)
          | (?:personas?|migrantes?|extranjer[oa]s?|mujer(?:es)?|hombres?|estancia)\ ilegal(?:es)? | ilegales | indocumentad[oa]s? | discapacitad[oa]s? | dialectos?
          | confes(?:ó|aron|ar|ado) | aleg(?:a|an|ó|aron|ar) | (?:persona|víctima|quien)\ (?:dice|dijo)\ que
          | (?:dar|dad[oa]s?|darse)\ de\ baja | despach(?:ar|ad[oa]s?|ó) | (?:entregar|asegurar)\ (?:a\ )?(?:la\ |las\ |una\ )?(?:personas?|víctimas?)
          | falsas?\ víctimas? | víctimas?\ descartad[oa]s? | inválid[oa]s?
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PorEvitar();

    // Labels speak of the person: who reads them may be that person.
    [GeneratedRegex(@"\b[Ll]a víctima\b(?! directa)")]
    private static partial Regex EnRotulos();

    [GeneratedRegex(@"^(?:Entregar|Asegurar|Despachar)\b")]
    private static partial Regex VerboDeBoton();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex ComentarioDeRazor();

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comentario();

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Cadena();
}
