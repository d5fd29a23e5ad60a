namespace Sintra.Diccionario;

/// <summary>An element as it would be published now: the newest version with the prepared changes over it.</summary>
/// <param name="Columnas">By name, as the seed's files call them.</param>
/// <param name="Preparado">Whether a change of it waits to be published.</param>
public sealed record ElementoLeido(ClaseDeElemento Clase, string Clave, IReadOnlyDictionary<string, string> Columnas, bool Retirado, bool Preparado);

public sealed class LeerElementoHandler(SintraDb db)
{
    public async Task<ElementoLeido?> EjecutarAsync(ClaseDeElemento clase, string clave, CancellationToken ct) =>
        (await ListarAsync(clase, "", ct)).SingleOrDefault(e => e.Clave == clave);

    /// <param name="prefijo">First characters of the key: <c>sexo/</c> gives the options of a catalogue.</param>
    public async Task<IReadOnlyList<ElementoLeido>> ListarAsync(ClaseDeElemento clase, string prefijo, CancellationToken ct)
    {
        var preparados = await db.CambiosPreparados.AsNoTracking().Where(c => c.Clase == clase).Select(c => c.Clave).ToListAsync(ct);
        return
        [
            .. (await db.ElementosPreparadosAsync(ct))
                .Where(e => e.Clase == clase && e.Clave.StartsWith(prefijo, StringComparison.Ordinal))
                .OrderBy(e => e.Orden)
                .Select(e => new ElementoLeido(e.Clase, e.Clave, e.Columnas, e.Retirado, preparados.Contains(e.Clave))),
        ];
    }
}
