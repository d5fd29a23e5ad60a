namespace Sintra.Diccionario;

/// <summary>One thing that a version changed.</summary>
/// <param name="Nombre">As it reads since.</param>
/// <param name="Antes">As it read before; null when there was none.</param>
/// <param name="Columnas">Names of what changed of it; empty when it is new or retired.</param>
public sealed record CambioDeVersion(ClaseDeElemento Clase, string Clave, string Nombre, string? Antes, bool Retirado, IReadOnlyList<string> Columnas);

/// <param name="Elementos">How many it brought, changed or retired.</param>
public sealed record VersionPublicada(int Numero, DateOnly Desde, DateTime PublicadaEn, int Elementos);

/// <summary>The versions of the dictionary, and what each changed.</summary>
public sealed class CambiosDeVersionHandler(SintraDb db)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<VersionPublicada>> ListarAsync(CancellationToken ct)
    {
        var elementos = db.ElementosDeDiccionario;
        return await db.VersionesDeDiccionario.AsNoTracking()
            .OrderByDescending(v => v.Numero)
            .Select(v => new VersionPublicada(v.Numero, v.Desde, v.PublicadaEn, elementos.Count(e => e.Version == v.Numero)))
            .ToListAsync(ct);
    }

    /// <returns>Empty for the first version, which changed nothing: it began everything.</returns>
    public async Task<IReadOnlyList<CambioDeVersion>> EjecutarAsync(int version, CancellationToken ct)
    {
        if (version <= 1)
        {
            return [];
        }

        var suyos = await db.ElementosDeDiccionario.AsNoTracking().Where(e => e.Version == version).OrderBy(e => e.Clase).ThenBy(e => e.Orden).ToListAsync(ct);
        var antes = (await db.ElementosDeAsync(version - 1, ct)).ToDictionary(e => (e.Clase, e.Clave));
        return [.. suyos.Select(e => De(Elemento.De(e.Clase, e.Clave, e.Orden, e.Definicion, e.Retirado), antes.GetValueOrDefault((e.Clase, e.Clave))))];
    }

    private static CambioDeVersion De(Elemento ahora, Elemento? antes) => new(
        ahora.Clase,
        ahora.Clave,
        Nombre(ahora),
        antes is null ? null : Nombre(antes),
        ahora.Retirado,
        antes is null || ahora.Retirado ? [] : [.. ahora.Columnas.Keys.Union(antes.Columnas.Keys).Where(c => ahora[c] != antes[c]).Order(StringComparer.Ordinal)]);

    private static string Nombre(Elemento elemento) => elemento["etiqueta"] ?? elemento["titulo"] ?? elemento["nombre"] ?? elemento.Clave;
}
