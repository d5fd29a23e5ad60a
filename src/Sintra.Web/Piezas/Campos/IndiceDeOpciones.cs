using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>The options of a catalogue ready to be looked for: names without accents, case or punctuation. Made once a catalogue.</summary>
internal sealed class IndiceDeOpciones
{
    private static readonly ConditionalWeakTable<Catalogo, IndiceDeOpciones> Indices = [];

    private readonly (Opcion Opcion, string Nombre, string Plegado)[] _entradas;
    private readonly HashSet<(string? Entidad, string Plegado)> _repetidos;

    private IndiceDeOpciones(Catalogo catalogo)
    {
        _entradas = [.. catalogo.Elegibles.Select(o => (o, catalogo.NombreDe(o), Plegar(catalogo.NombreDe(o))))];
        _repetidos = [.. _entradas.GroupBy(e => (Entidad(e.Opcion), e.Plegado)).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    public static IndiceDeOpciones De(Catalogo catalogo) => Indices.GetValue(catalogo, c => new(c));

    /// <summary>No other option (of the same state, for municipalities) is called alike.</summary>
    public bool EsUnico(Opcion opcion) => !_entradas.Any(e => e.Opcion == opcion && _repetidos.Contains((Entidad(e.Opcion), e.Plegado)));

    /// <summary>Best first: the name begins so, a word of it does, it contains it. An empty text gives the first ones.</summary>
    /// <param name="entidad">Only options of this state; null or empty for all.</param>
    public IEnumerable<(string Codigo, string Nombre)> Buscar(string texto, string? entidad, int maximo)
    {
        var plegado = Plegar(texto);
        return _entradas
            .Where(e => string.IsNullOrEmpty(entidad) || Entidad(e.Opcion) == entidad)
            .Select(e => (e.Opcion, e.Nombre, Lugar: Cercania(e, plegado)))
            .Where(e => e.Lugar < int.MaxValue)
            .OrderBy(e => e.Lugar)
            .Take(maximo)
            .Select(e => (e.Opcion.Codigo, EsUnico(e.Opcion) ? e.Nombre : $"{e.Nombre} ({e.Opcion.Codigo})"));
    }

    /// <summary>Letters and digits in lower case, without marks; everything else is one space.</summary>
    public static string Plegar(string texto)
    {
        var plegado = new StringBuilder(texto.Length);
        foreach (var letra in texto.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letra))
            {
                plegado.Append(char.ToLowerInvariant(letra));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letra) != UnicodeCategory.NonSpacingMark && plegado.Length > 0 && plegado[^1] != ' ')
            {
                plegado.Append(' ');
            }
        }

        return plegado.ToString().TrimEnd();
    }

    private static int Cercania((Opcion Opcion, string Nombre, string Plegado) entrada, string texto) => entrada.Plegado switch
    {
        var nombre when nombre.StartsWith(texto, StringComparison.Ordinal) => nombre.Length == texto.Length ? 0 : 1,
        _ when entrada.Opcion.Codigo.StartsWith(texto, StringComparison.OrdinalIgnoreCase) => 2,
        var nombre when nombre.Contains(' ' + texto, StringComparison.Ordinal) => 3,
        var nombre when nombre.Contains(texto, StringComparison.Ordinal) => 4,
        _ => int.MaxValue,
    };

    private static string? Entidad(Opcion opcion) => opcion.Atributos.GetValueOrDefault("cve_ent");
}
