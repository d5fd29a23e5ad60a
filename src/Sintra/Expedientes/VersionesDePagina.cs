namespace Sintra.Expedientes;

/// <summary>
/// The saves of one page, oldest first, out of what stands and of what each save wrote over. Every save that writes anything of a page writes
/// its head, so the heads, each with the save that took its place, are the order; a row holds from the save that wrote it to the one that
/// took its place. No clock is asked: two saves of one instant keep their order.
/// </summary>
public sealed class VersionesDePagina
{
    private readonly Dictionary<Guid, int> _lugar;
    private readonly IReadOnlyList<(Documento Documento, Guid? Hasta)> _todos;

    /// <param name="pagina">Key of the page.</param>
    /// <param name="vigentes">What stands, of the page and of the groups that it asks.</param>
    /// <param name="anteriores">What stood, of the same, each with the save that took its place.</param>
    public VersionesDePagina(string pagina, IEnumerable<Documento> vigentes, IEnumerable<(Documento Documento, Guid ReemplazadaPor)> anteriores)
    {
        _todos = [.. vigentes.Select(v => (v, (Guid?)null)), .. anteriores.Select(a => (a.Documento, (Guid?)a.ReemplazadaPor))];
        var cabezas = _todos.Where(t => t.Documento.Clave == pagina && t.Documento.Fila == 0).ToList();
        var previas = cabezas.Where(c => c.Hasta is not null).ToDictionary(c => c.Hasta!.Value, c => c.Documento);
        var orden = new List<Documento>();
        for (var cabeza = cabezas.SingleOrDefault(c => c.Hasta is null).Documento; cabeza is not null; cabeza = previas.GetValueOrDefault(cabeza.Version))
        {
            orden.Add(cabeza);
        }

        orden.Reverse();
        Cabezas = orden;
        _lugar = orden.Select((c, i) => (c.Version, i)).ToDictionary();
    }

    /// <summary>The head of the page as each save left it, oldest first.</summary>
    public IReadOnlyList<Documento> Cabezas { get; }

    public bool Conoce(Guid version) => _lugar.ContainsKey(version);

    /// <summary>The save before that one; null for the first.</summary>
    public Guid? AntesDe(Guid version) => _lugar[version] is > 0 and var lugar ? Cabezas[lugar - 1].Version : null;

    /// <summary>The rows of the page as that save left them, the head included.</summary>
    public IReadOnlyList<Documento> En(Guid version)
    {
        var lugar = _lugar[version];
        return [.. _todos
            .Where(t => Lugar(t.Documento.Version) <= lugar && (t.Hasta is not { } hasta || Lugar(hasta) > lugar))
            .Select(t => t.Documento)
            .OrderBy(d => d.Clave, StringComparer.Ordinal).ThenBy(d => d.Orden).ThenBy(d => d.Fila)];
    }

    // A row written before its page had a head (by a load) has been there from the first.
    private int Lugar(Guid version) => _lugar.GetValueOrDefault(version, 0);
}
