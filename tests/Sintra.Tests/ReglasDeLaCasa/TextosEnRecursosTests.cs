using System.Text.RegularExpressions;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>What the interface says stands in the resources, where it has both languages (docs/decisions/0006).</summary>
public sealed partial class TextosEnRecursosTests
{
    private static readonly string[] Lugares = ["src/Sintra.Web/Pages/", "src/Sintra.Web/Seguridad/", "src/Sintra.Web/Piezas/", "src/Sintra.Web/Cara/"];

    // Said on the console to whoever installs; the names of the languages, each in its own; the system's name.
    private static readonly string[] Permitidos = ["Primera administración (sirve una vez", "Español", "English", "SINTRA"];

    [Fact]
    public void Ninguna_pagina_dice_una_frase_que_no_este_en_los_recursos() => Fuentes.De(".cs", ".cshtml")
        .Where(f => Lugares.Any(l => f.Ruta.StartsWith(l, StringComparison.Ordinal)))
        .SelectMany(f => Frases(f.Ruta.EndsWith(".cshtml", StringComparison.Ordinal), f.Texto).Select(frase => $"{f.Ruta}: {frase}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData(false, "TempData[\"Aviso\"] = \"Se guardó el hecho.\";")]
    [InlineData(false, "new Falla(null, \"Espere un minuto, por favor\")")]
    [InlineData(false, "Texto = $\"Se cerraron las sesiones de {x}\";")]
    [InlineData(true, "<p>Escriba su nombre</p>")]
    [InlineData(true, "<input title=\"Nombre de la persona\">")]
    [InlineData(true, "@{ ViewData[\"Title\"] = \"Búsqueda\"; }")]
    public void Las_reconoce(bool vista, string texto) => Frases(vista, texto).ShouldNotBeEmpty();

    [Theory]
    [InlineData(false, "// «Se guardó el hecho»\nx[\"Hecho.Guardado\"];")]
    [InlineData(false, "(\"class\", \"s-opcion s-opcion--chica s-opcion--quitar\")")]
    [InlineData(false, "log.LogError(causa, \"It is tried again in an hour.\");")]
    [InlineData(true, "@* Se guardó *@<p>@T[\"Hecho.Guardado\"]</p><b>—</b>")]
    public void No_se_excede(bool vista, string texto) => Frases(vista, texto).ShouldBeEmpty();

    private static IEnumerable<string> Frases(bool vista, string texto)
    {
        var limpio = (vista ? ComentarioDeRazor() : Comentario()).Replace(texto, "");
        var frases = Cadena().Matches(vista ? Atributos().Replace(limpio, "") : limpio).Select(m => m.Value).Where(EsFrase);
        if (vista)
        {
            frases = frases
                .Concat(EntreEtiquetas().Matches(limpio).Select(m => m.Groups[1].Value.Trim()))
                .Concat(AtributoQueSeLee().Matches(limpio).Select(m => m.Groups[1].Value));
        }

        return frases.Where(f => !Permitidos.Any(p => p.Length > 10 ? f.Contains(p, StringComparison.Ordinal) : f == p));
    }

    // A letter beyond ASCII, or three words of which one is of those that only Spanish has.
    private static bool EsFrase(string cadena) => FueraDeAscii().IsMatch(cadena) || (cadena.Contains(' ', StringComparison.Ordinal) && Palabras().Count(cadena) >= 3 && DelEspanol().IsMatch(cadena));

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Cadena();

    [GeneratedRegex("[áéíóúüñÁÉÍÓÚÑ¿¡]")]
    private static partial Regex FueraDeAscii();

    [GeneratedRegex(@"(?<![\w-])[A-Za-z]{2,}(?![\w-])")]
    private static partial Regex Palabras();

    [GeneratedRegex(@"(?<![\w-])(?:el|la|los|las|una|unos|su|sus|se|de|del|con|por|para|que|ya|al|un)(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex DelEspanol();

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comentario();

    [GeneratedRegex(@"@\*[\s\S]*?\*@|^\s*//.*$|\s//\s.*$", RegexOptions.Multiline)]
    private static partial Regex ComentarioDeRazor();

    // Attributes that nobody reads: classes, addresses, names of fields.
    [GeneratedRegex("""\s(?:class|href|name|id|for|ir|action|autocomplete|aria-describedby)="[^"]*["]""")]
    private static partial Regex Atributos();

    [GeneratedRegex(@">(?=[^<>@{}]*\p{L}{3})([^<>@{}=;()]+)</")]
    private static partial Regex EntreEtiquetas();

    [GeneratedRegex("""\s(?:title|aria-label|placeholder|alt|titulo|etiqueta)="([^"@]*\p{L}{3}[^"@]*)["]""")]
    private static partial Regex AtributoQueSeLee();
}
