namespace Sintra.Diccionario;

/// <param name="Decision">Null: whatever was resolved.</param>
/// <param name="Pendientes">Only those still to resolve.</param>
/// <param name="Elemento">Part of the key.</param>
public sealed record FiltroDePropuestas(ClaseDePropuesta? Clase, DecisionDePropuesta? Decision, bool Pendientes, string? Elemento);

/// <summary>The register of proposals, newest first, in pages by number; whoever may propose reads all of it, for a meeting discusses all of it.</summary>
public sealed class ListarPropuestasHandler(SintraDb db, Sesion sesion)
{
    public const int PorPagina = 25;

    private bool Puede => sesion.Puede(Permiso.DiccionarioProponer) || sesion.Puede(Permiso.DiccionarioPublicar);

    /// <param name="antesDe">Number of the last line of the page before; null for the first page.</param>
    /// <returns>Empty for who may not.</returns>
    public async Task<(IReadOnlyList<PropuestaDeDiccionario> Renglones, int? Siguiente)> EjecutarAsync(FiltroDePropuestas filtro, int? antesDe, CancellationToken ct)
    {
        if (!Puede)
        {
            return ([], null);
        }

        var (clase, decision, elemento) = (filtro.Clase, filtro.Decision, filtro.Elemento?.Trim() ?? "");
        var halladas = await db.PropuestasDeDiccionario.AsNoTracking()
            .Where(p => (antesDe == null || p.Numero < antesDe)
                && (clase == null || p.Clase == clase)
                && (decision == null || p.Decision == decision)
                && (!filtro.Pendientes || (p.Decision != DecisionDePropuesta.Rechazada && p.VersionQueAdopta == null))
                && (elemento == "" || (p.Elemento != null && p.Elemento.Contains(elemento))))
            .OrderByDescending(p => p.Numero)
            .Take(PorPagina + 1)
            .ToListAsync(ct);
        return halladas.Count > PorPagina ? (halladas[..PorPagina], halladas[PorPagina - 1].Numero) : (halladas, null);
    }

    public async Task<PropuestaDeDiccionario?> UnaAsync(int numero, CancellationToken ct) =>
        Puede ? await db.PropuestasDeDiccionario.AsNoTracking().SingleOrDefaultAsync(p => p.Numero == numero, ct) : null;
}
