using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Cross rule 1 of the dictionary: marking a form of exploitation opens its row; once there are rows, the forms marked are those of the rows and
/// those still without one; «por determinar» goes with the first form that is known.
/// </summary>
public static class FormasDeExplotacion
{
    public const string Clave = "formas";
    public const string Grupo = "explotacion";
    private const string Forma = "forma";
    private const string PorDeterminar = "PD";

    /// <summary>Codes marked that no row tells yet, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> SinRenglon(Respuestas respuestas) =>
        [.. Marcadas(respuestas).Except(DeRenglones(respuestas)).Where(c => c != PorDeterminar)];

    /// <summary>What is to be marked, as the rows say now; null when it is so already.</summary>
    public static Respuesta? Marcar(DiccionarioVigente diccionario, Respuestas respuestas)
    {
        var (marcadas, deRenglones) = (Marcadas(respuestas), DeRenglones(respuestas));
        if (deRenglones.Count == 0)
        {
            return null;
        }

        var todas = marcadas.Union(deRenglones).ToHashSet();
        if (todas.Any(c => c != PorDeterminar))
        {
            todas.Remove(PorDeterminar);
        }

        return todas.SetEquals(marcadas) ? null : Respuesta.Con(new ValorDeOpciones([.. diccionario.CatalogoDe(diccionario[Clave])!.Opciones.Select(o => o.Codigo).Where(todas.Contains)]));
    }

    /// <summary>
    /// A form that is unmarked while its row stands would be marked again by the row, unseen: it is said instead. Rows are taken out on their own page.
    /// </summary>
    /// <param name="antes">What the file says now.</param>
    /// <param name="preguntadas">Whether the form asked for the marks, so that none means unmarked.</param>
    public static Falla? Desmarcada(DiccionarioVigente diccionario, Respuestas antes, Respuestas dichas, bool preguntadas)
    {
        if (!preguntadas && !dichas.Unicas.ContainsKey(Clave))
        {
            return null;
        }

        var (variable, deRenglon) = (diccionario[Clave], diccionario[Forma]);
        return DeRenglones(antes).Except(Marcadas(dichas)).Select(diccionario.CatalogoDe(variable)!.Buscar).FirstOrDefault() is { } forma
            ? new(Clave, $"{variable.EtiquetaVisible}: «{forma.NombreVisible}» tiene su renglón en «{diccionario.Pagina(deRenglon.Pagina!)!.TituloVisible}». Vuelva a marcarla, o quite primero ese renglón.")
            : null;
    }

    /// <summary>The rows of the page with one more, filled with its form, for each that has none.</summary>
    public static Respuestas ConRenglones(Respuestas respuestas, int ultima)
    {
        var faltan = SinRenglon(respuestas);
        var filas = respuestas.Filas.GetValueOrDefault(Grupo, []);
        return faltan.Count == 0 ? respuestas : respuestas with
        {
            Filas = new Dictionary<string, IReadOnlyList<Fila>>(respuestas.Filas)
            {
                [Grupo] = [.. filas, .. faltan.Select((codigo, i) => new Fila(ultima + 1 + i, new Dictionary<string, Respuesta> { [Forma] = Respuesta.Con(new ValorDeOpcion(codigo)) }))],
            },
        };
    }

    private static IReadOnlyList<string> Marcadas(Respuestas respuestas) => (respuestas.Unicas.GetValueOrDefault(Clave)?.Valor as ValorDeOpciones)?.Codigos ?? [];

    private static List<string> DeRenglones(Respuestas respuestas) =>
        [.. respuestas.Filas.GetValueOrDefault(Grupo, []).Select(f => (f.Respuestas.GetValueOrDefault(Forma)?.Valor as ValorDeOpcion)?.Codigo).OfType<string>().Distinct()];
}
