using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>«Diccionario de datos», on screen and printed: every variable with what it means, as the form explains it.</summary>
[RequiereCuenta]
public sealed class IndexModel(DiccionarioVigente diccionario, ColumnasEnPantalla columnas, Sesion sesion) : PageModel
{
    private const int Ofrecidas = 20;

    /// <summary>Section to show; without it nor a search, the list of sections.</summary>
    [FromQuery(Name = "seccion")]
    public string? Seccion { get; set; }

    /// <summary>Words to look for in labels, keys and definitions.</summary>
    [FromQuery(Name = "buscar")]
    public string? Buscar { get; set; }

    public int Version => diccionario.Version;

    public bool PuedeProponer => sesion.Puede(Permiso.DiccionarioProponer) || PuedePublicar;

    public bool PuedePublicar => sesion.Puede(Permiso.DiccionarioPublicar);

    public IEnumerable<(string Clave, string Nombre, int Variables)> Secciones => ColumnasEnPantalla.Secciones
        .Select(s => (s.Codigo, s.Texto, diccionario.Variables.Count(v => v.Seccion == s.Codigo && !v.Retirada)));

    public IEnumerable<Variable> Variables => diccionario.Variables.Where(v =>
        (Seccion is null || v.Seccion == Seccion) && (string.IsNullOrWhiteSpace(Buscar) || Coincide(v, Buscar.Trim())));

    public bool MuestraVariables => Seccion is not null || !string.IsNullOrWhiteSpace(Buscar);

    public string EnPalabras(string columna, string codigo) => columnas.EnPalabras(columna, codigo);

    public string? Pagina(Variable variable) => variable.Pagina is { } clave ? diccionario.Pagina(clave)?.TituloVisible : null;

    /// <summary>The options by name where they are few, else how many there are.</summary>
    public (IReadOnlyList<string> Nombres, int Cuantas) Opciones(Variable variable)
    {
        var opciones = diccionario.CatalogoDe(variable)?.Elegibles.ToList() ?? [];
        return (opciones.Count <= Ofrecidas ? [.. opciones.Select(o => o.NombreVisible)] : [], opciones.Count);
    }

    private static bool Coincide(Variable variable, string palabras) =>
        new[] { variable.Clave, variable.Etiqueta, variable.EtiquetaEn, variable.Ayuda?.Definicion ?? "" }.Any(texto =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(texto, palabras, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
