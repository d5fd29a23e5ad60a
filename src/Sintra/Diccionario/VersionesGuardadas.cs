namespace Sintra.Diccionario;

/// <summary>How versions are kept: each holds only what it changed.</summary>
internal static class VersionesGuardadas
{
    // Above this, one SaveChanges holds more than it gains.
    private const int Lote = 2_000;

    extension(SintraDb db)
    {
        /// <summary>Every element of a version, retired ones included. Versions are few and change little: folding them here is one plain read on both engines.</summary>
        public async Task<List<Elemento>> ElementosDeAsync(int version, CancellationToken ct)
        {
            var filas = await db.ElementosDeDiccionario.AsNoTracking().Where(e => e.Version <= version).ToListAsync(ct);
            return
            [
                .. filas
                    .GroupBy(e => (e.Clase, e.Clave))
                    .Select(g => g.MaxBy(e => e.Version)!)
                    .OrderBy(e => e.Clase).ThenBy(e => e.Orden)
                    .Select(e => Elemento.De(e.Clase, e.Clave, e.Orden, e.Definicion, e.Retirado)),
            ];
        }

        /// <summary>The newest version, whether or not its day has come, with every prepared change over it.</summary>
        public async Task<List<Elemento>> ElementosPreparadosAsync(CancellationToken ct)
        {
            var publicados = await db.ElementosDeAsync(int.MaxValue, ct);
            var preparados = (await db.CambiosPreparados.AsNoTracking().ToListAsync(ct))
                .Select(c => Elemento.De(c.Clase, c.Clave, c.Orden, c.Definicion, c.Retirado))
                .ToDictionary(e => (e.Clase, e.Clave));
            return [.. publicados.Where(e => !preparados.ContainsKey((e.Clase, e.Clave))), .. preparados.Values];
        }

        /// <summary>Stores a version and what it changes, with its fact. The caller's transaction, or one of its own.</summary>
        public async Task GuardarVersionAsync(VersionDeDiccionario version, IReadOnlyCollection<Elemento> cambios, Bitacora bitacora, CancellationToken ct)
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            try
            {
                db.Add(version);
                bitacora.Asentar(new DiccionarioPublicado(version.Numero, cambios.Count));
                foreach (var lote in cambios.Chunk(Lote))
                {
                    db.AddRange(lote.Select(e => Fila(e, version.Numero)));
                    await db.SaveChangesAsync(ct);
                    db.ChangeTracker.Clear();
                }

                await db.SaveChangesAsync(ct);
            }
            finally
            {
                db.ChangeTracker.Clear();
                db.ChangeTracker.AutoDetectChangesEnabled = true;
            }
        }
    }

    private static ElementoDeDiccionario Fila(Elemento elemento, int version) => new()
    {
        Clase = elemento.Clase,
        Clave = elemento.Clave,
        Version = version,
        Orden = elemento.Orden,
        Definicion = elemento.Definicion,
        Retirado = elemento.Retirado,
    };
}
