using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>
/// What a sheet of a PDF made by Chromium says: its streams are opened, and the glyphs that each font shows are turned back into text by that
/// font's own ToUnicode table. Only what Chromium writes is understood.
/// </summary>
public static partial class LectorDePdf
{
    /// <returns>The text of each sheet, in the order in which it is drawn.</returns>
    public static IReadOnlyList<string> Hojas(byte[] pdf)
    {
        var crudo = Encoding.Latin1.GetString(pdf);
        var objetos = Objeto().Matches(crudo).ToDictionary(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m => m.Groups[2].Value);
        return [.. objetos.Values.Where(o => EsHoja().IsMatch(o)).Select(o => DeHoja(o, objetos))];
    }

    private static string DeHoja(string hoja, Dictionary<int, string> objetos)
    {
        var recursos = Referida(hoja, "/Resources", objetos) ?? hoja;
        var fuentes = Fuente().Matches(Referida(recursos, "/Font", objetos) ?? recursos)
            .DistinctBy(m => m.Groups[1].Value)
            .ToDictionary(m => m.Groups[1].Value, m => Tabla(objetos.GetValueOrDefault(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), ""), objetos));
        var dibujo = Corriente(Referida(hoja, "/Contents", objetos) ?? "");
        var (texto, fuente) = (new StringBuilder(), new Dictionary<int, string>());
        foreach (Match paso in Paso().Matches(dibujo))
        {
            if (paso.Groups[1].Success)
            {
                fuente = fuentes.GetValueOrDefault(paso.Groups[1].Value, []);
                texto.Append(' ');
                continue;
            }

            foreach (Match glifo in Glifo().Matches(paso.Groups[2].Value))
            {
                texto.Append(fuente.GetValueOrDefault(int.Parse(glifo.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture), ""));
            }
        }

        return string.Join(' ', texto.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<int, string> Tabla(string fuente, Dictionary<int, string> objetos)
    {
        var tabla = new Dictionary<int, string>();
        var cmap = Corriente(Referida(fuente, "/ToUnicode", objetos) ?? "");
        foreach (Match bloque in Bloque().Matches(cmap))
        {
            var porRango = bloque.Groups[1].Value == "range";
            foreach (Match renglon in (porRango ? Rango() : Letra()).Matches(bloque.Groups[2].Value))
            {
                var (desde, hasta) = (Numero(renglon.Groups[1].Value), Numero(renglon.Groups[porRango ? 2 : 1].Value));
                var letra = renglon.Groups[porRango ? 3 : 2].Value;
                for (var n = desde; n <= hasta; n++)
                {
                    tabla[n] = letra.Length == 4 ? ((char)(Numero(letra) + n - desde)).ToString() : Encoding.BigEndianUnicode.GetString(Convert.FromHexString(letra));
                }
            }
        }

        return tabla;
    }

    private static int Numero(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string? Referida(string objeto, string clave, Dictionary<int, string> objetos) =>
        Regex.Match(objeto, Regex.Escape(clave) + @"\s+(\d+) 0 R", RegexOptions.CultureInvariant) is { Success: true } m
            ? objetos.GetValueOrDefault(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;

    private static string Corriente(string objeto)
    {
        var desde = objeto.IndexOf("stream\n", StringComparison.Ordinal);
        if (desde < 0)
        {
            return "";
        }

        var contenido = Encoding.Latin1.GetBytes(objeto[(desde + 7)..objeto.LastIndexOf("endstream", StringComparison.Ordinal)]);
        if (!objeto[..desde].Contains("FlateDecode", StringComparison.Ordinal))
        {
            return Encoding.Latin1.GetString(contenido);
        }

        using var abierta = new ZLibStream(new MemoryStream(contenido), CompressionMode.Decompress);
        using var leida = new MemoryStream();
        abierta.CopyTo(leida);
        return Encoding.Latin1.GetString(leida.ToArray());
    }

    [GeneratedRegex(@"(?:^|\n)(\d+) 0 obj\b(.*?)\nendobj", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Objeto();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant)]
    private static partial Regex EsHoja();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Fuente();

    [GeneratedRegex(@"/(F\d+) [\d.]+ Tf|((?:\[[^\]]*\]\s*TJ)|(?:<[0-9A-Fa-f]+>\s*Tj))", RegexOptions.CultureInvariant)]
    private static partial Regex Paso();

    [GeneratedRegex(@"(?<=<(?:[0-9A-Fa-f]{4})*)[0-9A-Fa-f]{4}(?=[0-9A-Fa-f]*>)", RegexOptions.CultureInvariant)]
    private static partial Regex Glifo();

    [GeneratedRegex(@"beginbf(char|range)(.*?)endbf", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Bloque();

    [GeneratedRegex(@"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Letra();

    [GeneratedRegex(@"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Rango();
}
