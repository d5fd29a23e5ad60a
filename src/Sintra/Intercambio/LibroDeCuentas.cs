using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Sintra.Intercambio;

/// <param name="Numero">Of the row in the workbook, from 2 (1 holds the headings).</param>
public sealed record RenglonDeCuenta(int Numero, string Correo, string Nombre, string Institucion, string Perfil);

/// <summary>The workbook with which many people are invited at once: its template, and what somebody filled in.</summary>
public static class LibroDeCuentas
{
    /// <summary>Rows a workbook may bring; more come in another.</summary>
    public const int MaximoDeRenglones = 500;

    /// <summary>Bytes of the file.</summary>
    public const int MaximoDeBytes = 1_000_000;

    // What it may grow to when opened: a small file that unfolds into gigabytes is an attack.
    private const long MaximoDesplegado = 20_000_000;

    private static readonly string[] Encabezados = ["Correo electrónico", "Nombre y apellidos", "Institución", "Perfil"];

    // No table styles: the parts that validators of the format complain of.
    private static readonly OpenXmlConfiguration Formato = new() { TableStyles = TableStyles.None, AutoFilter = false };

    /// <summary>Writes the template: a sheet to fill in, and the keys of institutions and profiles that whoever asks may use.</summary>
    public static Task EscribirPlantillaAsync(Stream salida, IEnumerable<(string Clave, string Nombre)> instituciones, IEnumerable<(string Clave, string Nombre)> perfiles, CancellationToken ct) =>
        salida.SaveAsAsync(
            new Dictionary<string, object>
            {
                ["Cuentas"] = new[] { Encabezados.ToDictionary(e => e, _ => (object)"") },
                ["Instituciones"] = instituciones.Select(i => new Dictionary<string, object> { ["Clave"] = i.Clave, ["Nombre"] = i.Nombre }).ToList(),
                ["Perfiles"] = perfiles.Select(p => new Dictionary<string, object> { ["Clave"] = p.Clave, ["Nombre"] = p.Nombre }).ToList(),
            },
            configuration: Formato,
            cancellationToken: ct);

    /// <summary>Rows that hold anything, in order, trimmed.</summary>
    /// <returns>Or why the file is not such a workbook, tied to <c>Libro</c>.</returns>
    public static Resultado<IReadOnlyList<RenglonDeCuenta>> Leer(Stream libro)
    {
        try
        {
            return SeDespliegaDeMas(libro) ? NoEsLibro : Renglones([.. libro.Query(useHeaderRow: false).Cast<IDictionary<string, object?>>().Take(MaximoDeRenglones + 2)]);
        }
        catch (Exception causa) when (causa is InvalidDataException or IOException or System.Xml.XmlException or InvalidOperationException or FormatException or NullReferenceException or KeyNotFoundException
            or ArgumentException or NotSupportedException or OverflowException or IndexOutOfRangeException)
        {
            // The reader has no exception of its own for a file that is not what it says.
            return NoEsLibro;
        }
    }

    private static readonly Falla NoEsLibro = new("Libro", "El archivo no es un libro de Excel (.xlsx) que se pueda leer. Descargue la plantilla y llénela.");

    private static Resultado<IReadOnlyList<RenglonDeCuenta>> Renglones(List<IDictionary<string, object?>> filas)
    {
        var columnas = filas.Count == 0 ? [] : filas[0].Where(c => c.Value is not null).Select(c => (Forma: EnForma($"{c.Value}"), c.Key)).ToList();
        var donde = new[] { "correo", "nombre", "institucion", "perfil" }.Select(e => columnas.FirstOrDefault(c => c.Forma.StartsWith(e, StringComparison.Ordinal)).Key).ToArray();
        if (donde[0] is null || donde[2] is null || donde[3] is null)
        {
            return new Falla("Libro", "Faltan columnas: la primera hoja lleva «Correo electrónico», «Nombre y apellidos», «Institución» y «Perfil». Use la plantilla.");
        }

        IReadOnlyList<RenglonDeCuenta> renglones = [.. filas.Select((fila, i) => new RenglonDeCuenta(i + 1, De(fila, 0), De(fila, 1), De(fila, 2), De(fila, 3)))
            .Skip(1)
            .Where(r => (r.Correo + r.Nombre + r.Institucion + r.Perfil).Length > 0)];
        return renglones.Count switch
        {
            0 => new Falla("Libro", "El libro no tiene renglones. Escriba uno por persona y vuelva a cargarlo."),
            > MaximoDeRenglones => new Falla("Libro", $"El libro tiene más de {MaximoDeRenglones} renglones. Divídalo en varios."),
            _ => Resultado<IReadOnlyList<RenglonDeCuenta>>.Con(renglones),
        };

        string De(IDictionary<string, object?> fila, int cual) =>
            donde[cual] is { } columna && fila.TryGetValue(columna, out var valor) ? Entero(Convert.ToString(valor, CultureInfo.InvariantCulture)?.Trim() ?? "") : "";
    }

    // Half a letter (an escape of the format may leave one) is no letter.
    private static string Entero(string texto) => string.Concat(texto.EnumerateRunes().Where(l => l != Rune.ReplacementChar));

    // Accents and capitals aside: people retype headings.
    internal static string EnForma(string texto) => string.Concat(texto.Trim().Normalize(NormalizationForm.FormD)
        .Where(l => CharUnicodeInfo.GetUnicodeCategory(l) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static bool SeDespliegaDeMas(Stream libro)
    {
        using var partes = new ZipArchive(libro, ZipArchiveMode.Read, leaveOpen: true);
        var total = partes.Entries.Sum(p => p.Length);
        libro.Position = 0;
        return total > MaximoDesplegado;
    }
}
