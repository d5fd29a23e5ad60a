using System.Security.Cryptography;

namespace Sintra.Comun.Sellos;

/// <param name="Continuar">Ends a rotation that was cut short, without making another key.</param>
public sealed record RotarLlaves(bool Continuar = false);

public sealed record LlaveDeEnvolverCreada(int Llave) : ISuceso;

public sealed record LlavesReenvueltas(int Llave, int Cuantas) : ISuceso;

/// <param name="Llave">The ring's key now in force.</param>
/// <param name="Reenvueltas">Data keys wrapped anew by this run.</param>
/// <param name="Pendientes">Data keys still under an older key of the ring; while there are any, no key may leave the ring.</param>
/// <param name="Danadas">Those among them that do not open: damaged rows, or wrapped by a key this ring does not hold.</param>
public sealed record LlavesRotadas(int Llave, int Reenvueltas, int Pendientes, int Danadas);

/// <summary>
/// A new key-encryption key, and every data key wrapped under it (NIST SP 800-57 part 1, 5.3: cryptoperiods). What the data keys close is
/// not touched, so it takes seconds, may be cut short and run again, and goes on while the system is in use.
/// </summary>
public sealed class RotarLlavesHandler(SintraDb db, Sellos sellos, Llavero llavero, Bitacora.Bitacora bitacora, TimeProvider reloj)
{
    private const int Lote = 500;

    public async Task<LlavesRotadas> EjecutarAsync(RotarLlaves orden, CancellationToken ct)
    {
        if (!orden.Continuar)
        {
            bitacora.Asentar(new LlaveDeEnvolverCreada(llavero.Rotar(UsoDeLlave.Envolver, reloj).Id), como: CuentaId.Sistema);
            await db.SaveChangesAsync(ct);
        }

        var vigente = llavero.Vigente(UsoDeLlave.Envolver).Id;
        var anteriores = db.Set<LlaveDeDatos>().Where(l => l.LlaveDelLlavero < vigente);
        var (reenvueltas, danadas) = (0, 0);

        // Those wrapped anew leave the selection; the damaged ones stay at its head and are stepped over.
        while (await anteriores.OrderBy(l => l.Dueno).ThenBy(l => l.Clase).ThenBy(l => l.Version).Skip(danadas).Take(Lote).ToListAsync(ct) is { Count: > 0 } lote)
        {
            var hechas = lote.Count(Reenvolver);
            if (hechas > 0)
            {
                bitacora.Asentar(new LlavesReenvueltas(vigente, hechas), como: CuentaId.Sistema);
            }

            if (await GuardarAsync(ct))
            {
                reenvueltas += hechas;
                danadas += lote.Count - hechas;
            }

            db.ChangeTracker.Clear();
        }

        return new(vigente, reenvueltas, await anteriores.CountAsync(ct), danadas);
    }

    private bool Reenvolver(LlaveDeDatos llave)
    {
        try
        {
            sellos.Reenvolver(llave);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // False: a key of the batch was destroyed meanwhile (an erasure). The rest are still there to be read again.
    private async Task<bool> GuardarAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
