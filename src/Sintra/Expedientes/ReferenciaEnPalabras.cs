using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A row of the same file as people call it: «2. Madre», «Familiar 2». Nothing sealed is needed to tell the rows apart.</summary>
public static class ReferenciaEnPalabras
{
    /// <summary>The group to whose rows references within a file point.</summary>
    public const string Familiar = "familiar";

    /// <param name="id">Number of the row; one that is no row of the file is said as it is.</param>
    /// <param name="visibles">What this reader may see.</param>
    public static string De(string id, Respuestas visibles, DiccionarioVigente diccionario, Idioma idioma)
    {
        var fila = visibles.Filas.GetValueOrDefault(Familiar, []).FirstOrDefault(f => f.Numero.ToString(CultureInfo.InvariantCulture) == id);
        var parentesco = fila?.Respuestas.GetValueOrDefault("fam_parentesco")?.Valor is ValorDeOpcion { Codigo: var codigo }
            ? diccionario.Catalogos["parentesco"].Buscar(codigo)
            : null;

        return (parentesco, idioma) switch
        {
            ({ } opcion, Idioma.Espanol) => $"{id}. {opcion.Nombre}",
            ({ } opcion, _) => $"{id}. {opcion.NombreEn}",
            (null, Idioma.Espanol) => $"Familiar {id}",
            _ => $"Relative {id}",
        };
    }
}
