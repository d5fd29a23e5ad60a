using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// A long page in screens of three to eight questions, each group of rows a screen of its own. What a question hangs on stays with it where it
/// can: a screen rather grows to ten than parts them. The minimum record is one page, whatever its length.
/// </summary>
public static class PantallasDePagina
{
    /// <summary>More screens than any page has.</summary>
    public const int Maximo = 12;

    private const int Mayor = 8;
    private const int MayorConCondicion = 10;

    /// <summary>One screen with everything when the page is short.</summary>
    public static IReadOnlyList<IReadOnlyList<Variable>> De(Pagina pagina, IEnumerable<Variable> preguntas)
    {
        var todas = preguntas.ToList();
        var sueltas = todas.Where(v => v.Unidad != UnidadDeVariable.Fila).ToList();
        var grupos = todas.Where(v => v.Unidad == UnidadDeVariable.Fila).GroupBy(v => v.Grupo).Select(g => (IReadOnlyList<Variable>)[.. g]).ToList();
        if (pagina.Clave == AbrirExpedienteHandler.Pagina || todas.Count <= Mayor)
        {
            return [todas];
        }

        return [.. Partir(sueltas).Concat(grupos).OrderBy(p => todas.IndexOf(p[0]))];
    }

    private static IEnumerable<IReadOnlyList<Variable>> Partir(List<Variable> sueltas)
    {
        var cuantas = (sueltas.Count + Mayor - 1) / Mayor;
        var pantalla = new List<Variable>();
        for (var i = 0; i < sueltas.Count; i++)
        {
            pantalla.Add(sueltas[i]);
            var medida = (sueltas.Count + cuantas - 1) / Math.Max(1, cuantas);
            var sigueUnida = i + 1 < sueltas.Count && pantalla.Count < MayorConCondicion && Cuelga(sueltas[i + 1], pantalla);
            if (pantalla.Count >= medida && !sigueUnida)
            {
                yield return pantalla;
                pantalla = [];
            }
        }

        if (pantalla.Count > 0)
        {
            yield return pantalla;
        }
    }

    private static bool Cuelga(Variable variable, List<Variable> pantalla) =>
        variable.Condicion is { } condicion && condicion.Referencias.Any(r => pantalla.Any(v => v.Clave == r));
}
