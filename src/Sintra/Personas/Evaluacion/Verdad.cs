using System.Text.RegularExpressions;

namespace Sintra.Personas;

/// <summary>Which pairs are one person, as somebody who knows says: read after all is compared, never before.</summary>
/// <param name="Niveles">Of each pair, how hard it is to see; empty where nobody says.</param>
internal sealed record Verdad(IReadOnlyDictionary<(int A, int B), string> Niveles)
{
    private const string ColumnaDeNivel = "tier";
    private static readonly TimeSpan Plazo = TimeSpan.FromSeconds(1);

    /// <summary>Whether pairs are told apart by how hard they are.</summary>
    public bool TieneNiveles => Niveles.Values.Any(n => n.Length > 0);

    /// <param name="ruta">Pairs of ids, the first two columns; a column «tier» is read where there is one.</param>
    /// <param name="dos">Pairs within one of two files do not count: nothing is looked for there.</param>
    public static Verdad DePares(string ruta, IReadOnlyList<RegistroDado> registros, bool dos)
    {
        var tabla = ArchivoDado.Tabla(ruta, ',');
        if (tabla.Cabeza.Length < 2)
        {
            throw new DatosIlegiblesException($"El archivo {ruta} lleva en sus dos primeras columnas los registros que son una misma persona.");
        }

        var lugares = registros.Index().ToLookup(r => r.Item.Id, r => r.Index);
        var nivel = Array.IndexOf(tabla.Cabeza, ColumnaDeNivel);

        // A file without a head begins with a pair.
        var filas = lugares.Contains(tabla.Cabeza[0]) && lugares.Contains(tabla.Cabeza[1]) ? tabla.Filas.Prepend((1, tabla.Cabeza)) : tabla.Filas;
        var pares = new Dictionary<(int, int), string>();
        foreach (var (renglon, celdas) in filas)
        {
            if (celdas.Take(2).FirstOrDefault(id => !lugares.Contains(id)) is { } ajeno)
            {
                throw new DatosIlegiblesException($"El renglón {renglon} de {ruta} nombra el registro «{ajeno}», que no está en los datos.");
            }

            foreach (var a in lugares[celdas[0]])
            {
                foreach (var b in lugares[celdas[1]])
                {
                    if (a != b && (!dos || registros[a].DelSegundo != registros[b].DelSegundo))
                    {
                        pares[(Math.Min(a, b), Math.Max(a, b))] = nivel < 0 ? "" : celdas[nivel];
                    }
                }
            }
        }

        return new(pares);
    }

    /// <summary>Records whose id names the same person.</summary>
    public static Verdad DeIds(string expresion, IReadOnlyList<RegistroDado> registros, bool dos)
    {
        Regex persona;
        try
        {
            persona = new(expresion, RegexOptions.CultureInvariant, Plazo);
        }
        catch (ArgumentException)
        {
            throw new DatosIlegiblesException($"«personaEnId» del mapa no es una expresión regular: {expresion}");
        }

        var pares = new Dictionary<(int, int), string>();
        foreach (var grupo in registros.Index().GroupBy(r => Persona(persona, r.Item.Id), r => r.Index))
        {
            var suyos = grupo.ToList();
            foreach (var (i, a) in suyos.Index())
            {
                foreach (var b in suyos.Skip(i + 1).Where(b => !dos || registros[a].DelSegundo != registros[b].DelSegundo))
                {
                    pares[(a, b)] = "";
                }
            }
        }

        return new(pares);
    }

    private static string Persona(Regex persona, string id) => Primera(persona, id) is { Success: true, Groups: [_, { Success: true } grupo, ..] }
        ? grupo.Value
        : throw new DatosIlegiblesException($"«personaEnId» del mapa no encuentra a la persona en el registro «{id}». Dé la verdad con --verdad, o corrija la expresión.");

    private static Match? Primera(Regex persona, string id)
    {
        try
        {
            return persona.Match(id);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
