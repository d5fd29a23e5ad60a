using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Sintra.Diccionario;

/// <summary>What the dictionary is made of.</summary>
public enum ClaseDeElemento
{
    Variable,
    Pagina,
    GrupoDeIdentidad,

    /// <summary>Key: catalogue and code, <c>paises/MX</c>.</summary>
    Opcion,

    /// <summary>Key: machine and both states, <c>expediente/BORRADOR/ANULADO</c>; no state before the second bar is the birth.</summary>
    Transicion,
}

/// <summary>One piece of the dictionary by its columns, as the seed and the database keep it.</summary>
/// <param name="Definicion">Its columns as JSON, in order of name: equal elements, equal text.</param>
/// <param name="Retirado">No longer offered; what was answered with it is still read by it.</param>
internal sealed record Elemento(
    ClaseDeElemento Clase,
    string Clave,
    int Orden,
    IReadOnlyDictionary<string, string> Columnas,
    string Definicion,
    bool Retirado = false)
{
    private static readonly JsonSerializerOptions Formato = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Elemento De(ClaseDeElemento clase, string clave, int orden, IReadOnlyDictionary<string, string> columnas, bool retirado = false) =>
        new(clase, clave, orden, columnas, JsonSerializer.Serialize(new SortedDictionary<string, string>(columnas.ToDictionary(), StringComparer.Ordinal), Formato), retirado);

    public static Elemento De(ClaseDeElemento clase, string clave, int orden, string definicion, bool retirado = false) =>
        new(clase, clave, orden, JsonSerializer.Deserialize<Dictionary<string, string>>(definicion)!, definicion, retirado);

    /// <summary>Null when the cell was empty.</summary>
    public string? this[string columna] => Columnas.GetValueOrDefault(columna);
}
