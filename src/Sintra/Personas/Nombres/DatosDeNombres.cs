using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Sintra.Personas;

/// <summary>What the project knows of names in Mexico (<c>Personas/datos</c>; its SOURCES.md says how far each list may be trusted).</summary>
internal static class DatosDeNombres
{
    private const double PorCienMil = 100_000;

    private static readonly Lazy<FrozenDictionary<string, double>> DeNombres = new(() => Frecuencias("nombres"));
    private static readonly Lazy<FrozenDictionary<string, double>> DeApellidos = new(() => Frecuencias("apellidos"));
    private static readonly Lazy<FrozenDictionary<string, string>> DeAbreviaturas = new(() => Filas("abreviaturas").ToFrozenDictionary(f => f.Clave, f => f.Valor));
    private static readonly Lazy<FrozenDictionary<string, string[]>> DeApodos = new(() => Filas("apodos").ToFrozenDictionary(f => f.Clave, f => f.Valor.Split('|')));

    /// <summary>Given names and the share of people who bear each.</summary>
    public static FrozenDictionary<string, double> Nombres => DeNombres.Value;

    /// <summary>Surnames and their shares.</summary>
    public static FrozenDictionary<string, double> Apellidos => DeApellidos.Value;

    /// <summary>The word that an abbreviation stands for; itself where it is none.</summary>
    public static string Extender(string palabra) => DeAbreviaturas.Value.GetValueOrDefault(palabra, palabra);

    /// <summary>The full names that a short form may stand for; none where it is not known as one.</summary>
    public static IReadOnlyList<string> DeApodo(string palabra) => DeApodos.Value.GetValueOrDefault(palabra) ?? [];

    /// <summary>A file of <c>Personas/datos</c>.</summary>
    public static Stream Abrir(string archivo) =>
        typeof(DatosDeNombres).Assembly.GetManifestResourceStream($"personas/{archivo}") ?? throw new FileNotFoundException("Not in the assembly.", archivo);

    private static FrozenDictionary<string, double> Frecuencias(string lista) =>
        Filas(lista).ToFrozenDictionary(f => f.Clave, f => int.Parse(f.Valor, CultureInfo.InvariantCulture) / PorCienMil);

    private static IEnumerable<(string Clave, string Valor)> Filas(string lista)
    {
        using var texto = new StreamReader(Abrir($"{lista}.csv"), Encoding.UTF8);
        using var csv = CsvDataReader.Create(texto);
        while (csv.Read())
        {
            yield return (csv.GetString(0), csv.GetString(1));
        }
    }
}
