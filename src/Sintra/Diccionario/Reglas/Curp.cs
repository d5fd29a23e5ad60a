using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sintra.Diccionario;

/// <summary>What of a CURP does not agree, as far as it can be told without asking anybody.</summary>
public enum FallaDeCurp
{
    /// <summary>Not eighteen characters.</summary>
    Longitud,

    /// <summary>A character that its place does not admit.</summary>
    Formato,

    /// <summary>No such day: the 17th character says the century, a digit before 2000 and a letter since.</summary>
    Fecha,

    /// <summary>Begins with one of the words that RENAPO changes.</summary>
    PalabraInconveniente,

    /// <summary>The last digit is not the one that follows from the others.</summary>
    DigitoVerificador,
}

/// <summary>
/// Clave Única de Registro de Población, by RENAPO's rules: sixteen characters that follow from the person's data, one against homonyms, one
/// check digit. Nothing here is a wall: people have CURPs that do not agree with their names, sex or day of birth.
/// </summary>
public static partial class Curp
{
    private const string Alfabeto = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private const string Vocales = "AEIOU";
    private static readonly HashSet<string> Particulas = ["DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "EL", "LA", "LOS", "LAS", "LE", "LES", "MAC", "MC", "VAN", "VON", "Y"];
    private static readonly HashSet<string> NombresQueSeSaltan = ["MARIA", "MA", "JOSE", "J"];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Palabras =
        new(() => Semilla.Filas("catalogos/curp_palabras_inconvenientes.csv").ToDictionary(f => f["palabra"], f => f["reemplazo"]));

    /// <param name="curp">As stored: upper case.</param>
    /// <returns>Null when it agrees with itself.</returns>
    public static FallaDeCurp? Revisar(string curp) => curp switch
    {
        { Length: not 18 } => FallaDeCurp.Longitud,
        _ when !Forma().IsMatch(curp) => FallaDeCurp.Formato,
        _ when Nacimiento(curp) is null => FallaDeCurp.Fecha,
        _ when Palabras.Value.ContainsKey(curp[..4]) => FallaDeCurp.PalabraInconveniente,
        _ when Digito(curp) != curp[17] => FallaDeCurp.DigitoVerificador,
        _ => null,
    };

    /// <summary>The day of birth that it says; null when there is no such day.</summary>
    public static DateOnly? Nacimiento(string curp) =>
        DateOnly.TryParseExact((char.IsDigit(curp[16]) ? "19" : "20") + curp[4..10], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia) ? dia : null;

    /// <summary>H, M or X (non-binary).</summary>
    public static char Sexo(string curp) => curp[10];

    /// <summary>RENAPO's code of the state of birth; NE abroad.</summary>
    public static string Entidad(string curp) => curp[11..13];

    /// <summary>The four letters and the three consonants that follow from a name.</summary>
    public static (string Iniciales, string Consonantes) DeNombre(string nombres, string primerApellido, string? segundoApellido)
    {
        var pila = Palabra(nombres, deNombre: true);
        var (uno, dos) = (Palabra(primerApellido, deNombre: false), Palabra(segundoApellido ?? "", deNombre: false));
        var iniciales = $"{Letra(uno)}{Interna(uno, vocal: true)}{Letra(dos)}{Letra(pila)}";
        return (Palabras.Value.GetValueOrDefault(iniciales, iniciales), $"{Interna(uno, vocal: false)}{Interna(dos, vocal: false)}{Interna(pila, vocal: false)}");
    }

    /// <summary>Σ value(cᵢ)·(18−i) over the first seventeen, from ten.</summary>
    internal static char Digito(string curp)
    {
        var suma = curp.Take(17).Select((c, i) => Alfabeto.IndexOf(c) * (18 - i)).Sum();
        return (char)('0' + ((10 - (suma % 10)) % 10));
    }

    // The word that counts: particles aside, and the second given name where the first is José or María.
    private static string Palabra(string texto, bool deNombre)
    {
        var palabras = Limpio(texto).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => !Particulas.Contains(p)).ToList();
        return (deNombre && palabras.Count > 1 && NombresQueSeSaltan.Contains(palabras[0]) ? palabras[1] : palabras.FirstOrDefault()) ?? "";
    }

    // Accents go, Ñ and what is no letter become X, apostrophes and hyphens part nothing.
    private static string Limpio(string texto)
    {
        var limpio = new StringBuilder(texto.Length);
        foreach (var letra in texto.ToUpperInvariant().Replace("Ñ", "X", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterUpper(letra) || letra == ' ')
            {
                limpio.Append(letra);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letra) != UnicodeCategory.NonSpacingMark && letra is not ('.' or '\''))
            {
                limpio.Append('X');
            }
        }

        return limpio.ToString();
    }

    private static char Letra(string palabra) => palabra.Length == 0 ? 'X' : palabra[0];

    private static char Interna(string palabra, bool vocal) => palabra.Skip(1).FirstOrDefault(l => Vocales.Contains(l) == vocal, 'X');

    [GeneratedRegex("^[A-Z][AEIOUX][A-Z]{2}[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[HMX](AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9][0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Forma();
}
