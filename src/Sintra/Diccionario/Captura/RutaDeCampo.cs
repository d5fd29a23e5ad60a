using System.Globalization;

namespace Sintra.Diccionario;

/// <summary>Name of a field: <c>clave</c>, <c>clave.parte</c>, <c>grupo[n].clave</c>, <c>grupo[n].clave.parte</c>.</summary>
/// <param name="Grupo">Null outside of a row.</param>
/// <param name="Fila">From 1; 0 outside of a row.</param>
/// <param name="Parte">Empty for the field of the answer itself.</param>
public readonly record struct RutaDeCampo(string? Grupo, int Fila, string Clave, string Parte)
{
    /// <summary>More rows than any event has; beyond it the name is not ours.</summary>
    private const int FilaMaxima = 999;

    public static RutaDeCampo? Analizar(string texto)
    {
        string? grupo = null;
        var fila = 0;
        var resto = texto.AsSpan();
        if (resto.IndexOf('[') is >= 0 and var corchete)
        {
            var cierre = resto.IndexOf("].", StringComparison.Ordinal);
            if (cierre < corchete
                || !int.TryParse(resto[(corchete + 1)..cierre], NumberStyles.None, CultureInfo.InvariantCulture, out fila)
                || fila is < 1 or > FilaMaxima)
            {
                return null;
            }

            grupo = resto[..corchete].ToString();
            resto = resto[(cierre + 2)..];
        }

        var punto = resto.IndexOf('.');
        return punto < 0 ? new(grupo, fila, resto.ToString(), "") : new(grupo, fila, resto[..punto].ToString(), resto[(punto + 1)..].ToString());
    }

    /// <summary>Path of a variable, as a <see cref="Falla"/> names it.</summary>
    public static string De(string? grupo, int fila, string clave) => grupo is null ? clave : $"{grupo}[{fila}].{clave}";
}
