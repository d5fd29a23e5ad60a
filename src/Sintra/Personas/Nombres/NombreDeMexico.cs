namespace Sintra.Personas;

/// <summary>
/// A Mexican name as it is compared. What was written is kept elsewhere, as it was written: nothing here is ever shown.
/// </summary>
/// <param name="Nombres">Given names, abbreviations extended.</param>
/// <param name="Nucleo">The same without María and José where others remain: nearly everybody has one, so they tell nobody apart.</param>
/// <param name="Primero">First surname, one word; empty when missing.</param>
/// <param name="Segundo">Second surname; empty when missing or when it is a husband's.</param>
internal sealed record NombreDeMexico(IReadOnlyList<string> Nombres, IReadOnlyList<string> Nucleo, string Primero, string Segundo)
{
    private static readonly HashSet<string> Particulas = ["DE", "DEL", "LA", "LAS", "LOS", "EL", "Y", "E", "SAN", "DA", "DAS", "DO", "DOS", "DI", "VAN", "VON", "DER"];
    private static readonly string[] Pegadas = ["DELOS", "DELAS", "DELA", "DEL", "DE", "LA", "SAN"];
    private static readonly HashSet<string> DicenPoco = ["MARIA", "JOSE"];

    // What people write where there is no surname.
    private static readonly HashSet<string> Ausencias =
        ["X", "XX", "XXX", "NA", "N A", "ND", "N D", "SD", "S D", "SN", "S N", "NINGUNO", "NINGUNA", "DESCONOCIDO", "DESCONOCIDA", "SIN DATO", "SIN DATOS", "SIN APELLIDO", "SIN NOMBRE", "NO APLICA", "NO ESPECIFICADO", "SE DESCONOCE", "NO SABE"];

    // Surnames by birth that begin with «de»: with any other, «de López» after a woman's own surname names her husband.
    private static readonly HashSet<string> DeNacimiento = ["LEON", "JESUS", "ANDA", "DIOS", "LUNA", "SANTIAGO", "PAZ", "HARO", "AVILA", "GANTE", "OCA", "LARA", "LUCIO", "ITA", "GYVES", "ALBA"];

    /// <param name="esHombre">Known to be a man: then «de López» is no husband's name.</param>
    public static NombreDeMexico De(string? nombres, string? primero, string? segundo, bool esHombre)
    {
        var pila = DePila(nombres);
        var nucleo = pila.Where(n => !DicenPoco.Contains(n)).ToList();
        var (uno, dos) = (Apellido(primero), EsDeCasada(segundo, esHombre) ? "" : Apellido(segundo));
        if (dos.Length == 0 && LosDosEnUno(primero) is { } partidos)
        {
            (uno, dos) = partidos;
        }

        // Where only the second was written, it is the one that is known.
        return new(pila, nucleo.Count > 0 ? nucleo : pila, uno.Length > 0 ? uno : dos, uno.Length > 0 ? dos : "");
    }

    /// <summary>Given names, one by one.</summary>
    public static IReadOnlyList<string> DePila(string? nombres)
    {
        var llano = TextoLlano.De(nombres);
        if (Ausencias.Contains(llano))
        {
            return [];
        }

        var palabras = llano.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A lone letter abbreviates only beside the name that it goes with.
        return [.. palabras
            .Where(p => !Particulas.Contains(p))
            .Select(p => p.Length == 1 && palabras.Length == 1 ? p : DatosDeNombres.Extender(p))
            .Distinct()];
    }

    /// <summary>A surname as one word without particles: «De la Cruz», «Delacruz» and «Cruz» are one.</summary>
    public static string Apellido(string? apellido)
    {
        var llano = TextoLlano.De(apellido);
        return llano.Length == 0 || Ausencias.Contains(llano) ? "" : string.Concat(SinParticulas(llano.Split(' ')).Select(DatosDeNombres.Extender).Select(Despegar));
    }

    private static IReadOnlyList<string> SinParticulas(string[] palabras)
    {
        var contenido = palabras.Where(p => !Particulas.Contains(p)).ToList();
        return contenido.Count > 0 ? contenido : palabras;
    }

    private static string Despegar(string palabra)
    {
        if (!DatosDeNombres.Apellidos.ContainsKey(palabra))
        {
            foreach (var particula in Pegadas)
            {
                if (palabra.StartsWith(particula, StringComparison.Ordinal) && DatosDeNombres.Apellidos.ContainsKey(palabra[particula.Length..]))
                {
                    return palabra[particula.Length..];
                }
            }
        }

        return palabra;
    }

    private static bool EsDeCasada(string? segundo, bool esHombre) =>
        !esHombre && TextoLlano.Palabras(segundo) is ["DE", var suyo] && !Particulas.Contains(suyo) && !DeNacimiento.Contains(suyo);

    private static (string, string)? LosDosEnUno(string? primero) =>
        TextoLlano.Palabras(primero) is [var a, var b] && DatosDeNombres.Apellidos.ContainsKey(a) && DatosDeNombres.Apellidos.ContainsKey(b) ? (a, b) : null;
}
