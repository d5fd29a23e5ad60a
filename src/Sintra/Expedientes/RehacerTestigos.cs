using System.Security.Cryptography;

namespace Sintra.Expedientes;

/// <param name="LlaveNueva">Makes a newer key for tokens first (yearly, or when the one in force may have been seen).</param>
public sealed record RehacerTestigos(bool LlaveNueva = false);

public sealed record LlaveDeTestigosCreada(int Llave) : ISuceso;

/// <param name="Llave">Key under which all tokens are now.</param>
/// <param name="Cuantos">Files whose tokens changed.</param>
public sealed record TestigosRehechos(int Llave, int Cuantos) : ISuceso;

/// <param name="Pendientes">Tokens still under an older key: of files that somebody was writing meanwhile. Run it again.</param>
/// <param name="SinAbrir">Files whose seals do not open: damaged, or of another installation's keys.</param>
public sealed record TestigosQueQuedaron(int Llave, int Rehechos, int Pendientes, int SinAbrir);

/// <summary>
/// Makes the tokens of every file again, by today's recipes and under the newest key of the ring, and its filter columns, while the system is in use. A file has its tokens
/// under one key or the other at every moment, and searches look under all, so nothing is lost to sight meanwhile. May be cut short and run again.
/// </summary>
public sealed class RehacerTestigosHandler(SintraDb db, EscrituraDeExpediente escritura, Llavero llavero, Bitacora bitacora, TimeProvider reloj)
{
    private const int Lote = 100;

    public async Task<TestigosQueQuedaron> EjecutarAsync(RehacerTestigos orden, CancellationToken ct)
    {
        if (orden.LlaveNueva)
        {
            bitacora.Asentar(new LlaveDeTestigosCreada(llavero.Rotar(UsoDeLlave.Testigos, reloj).Id), como: CuentaId.Sistema);
            await db.SaveChangesAsync(ct);
        }

        var llave = llavero.Vigente(UsoDeLlave.Testigos).Id;
        var (rehechos, sinAbrir, ultimo) = (0, 0, default(ExpedienteId));
        while (await db.Expedientes.Where(e => e.Id > ultimo).OrderBy(e => e.Id).Take(Lote).Select(e => e.Id).ToListAsync(ct) is { Count: > 0 } lote)
        {
            foreach (var id in lote)
            {
                try
                {
                    rehechos += await RehacerAsync(id, ct) ? 1 : 0;
                }
                catch (CryptographicException)
                {
                    sinAbrir++;
                    db.ChangeTracker.Clear();
                }
            }

            ultimo = lote[^1];
        }

        bitacora.Asentar(new TestigosRehechos(llave, rehechos), como: CuentaId.Sistema);
        await db.SaveChangesAsync(ct);
        return new(llave, rehechos, await db.Testigos.CountAsync(t => t.Llave != llave, ct), sinAbrir);
    }

    // False: there was nothing to change, or somebody wrote the file meanwhile, and made its tokens.
    private async Task<bool> RehacerAsync(ExpedienteId id, CancellationToken ct)
    {
        var expediente = await db.Expedientes.Include(e => e.FiltrosMultiples).Include(e => e.Calidades).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        var secciones = await db.Secciones.AsNoTracking().Where(s => s.Expediente == id).ToListAsync(ct);
        var llaves = await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == id.Valor).ToListAsync(ct);
        await db.Testigos.Where(t => t.Expediente == id).LoadAsync(ct);
        if (llaves.Count > 0) // without them nothing opens: the file was erased, and has no tokens
        {
            escritura.Rehacer(expediente, secciones, llaves);
        }

        var cambia = db.ChangeTracker.HasChanges() && await db.IntentarGuardarAsync(ct);
        db.ChangeTracker.Clear();
        return cambia;
    }
}
