namespace Sintra.Diccionario;

/// <summary>
/// What a new release of the program brings, as a version of its own. Where people have defined an element themselves, theirs stays:
/// the release changes only what still stands as an earlier release left it.
/// </summary>
internal sealed class SiembraDelDiccionario(SintraDb db, TimeProvider reloj)
{
    public async Task PublicarAsync(IReadOnlyList<Elemento> semilla, string huella, CancellationToken ct)
    {
        var versiones = await db.VersionesDeDiccionario.AsNoTracking().OrderBy(v => v.Numero).ToListAsync(ct);
        var deSemilla = versiones.Where(v => v.Huella is not null).Select(v => v.Numero).ToHashSet();
        var filas = (await db.ElementosDeDiccionario.AsNoTracking().ToListAsync(ct)).GroupBy(e => (e.Clase, e.Clave)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version)!);

        // The seed's to say: new, or last defined by a release.
        bool EsSuyo(ElementoDeDiccionario? antes) => antes is null || deSemilla.Contains(antes.Version);

        var trae = semilla.Select(e => (e.Clase, e.Clave)).ToHashSet();
        List<Elemento> cambios =
        [
            .. semilla.Where(e => filas.GetValueOrDefault((e.Clase, e.Clave)) is var antes && EsSuyo(antes)
                && (antes is null || antes.Orden != e.Orden || antes.Definicion != e.Definicion || antes.Retirado)),
            .. filas.Values.Where(f => !f.Retirado && EsSuyo(f) && !trae.Contains((f.Clase, f.Clave)))
                .Select(f => Elemento.De(f.Clase, f.Clave, f.Orden, f.Definicion, retirado: true)),
        ];

        // Never before a version already published, even one whose day has not come.
        var hoy = reloj.Hoy;
        var desde = versiones.Count > 0 && versiones[^1].Desde > hoy ? versiones[^1].Desde : hoy;
        var version = new VersionDeDiccionario { Numero = versiones.Count + 1, Huella = huella, PublicadaEn = reloj.Ahora, Desde = desde };
        await using var transaccion = await db.Database.BeginTransactionAsync(ct);
        await db.GuardarVersionAsync(version, cambios, new Bitacora(db, Sesion.DelSistema(""), reloj), ct);
        await transaccion.CommitAsync(ct);
    }
}
