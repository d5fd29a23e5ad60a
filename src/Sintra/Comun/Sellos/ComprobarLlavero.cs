using System.Security.Cryptography;

namespace Sintra.Comun.Sellos;

/// <summary>
/// At start: that the key file is the one this database was sealed and its log chained with. Without it a lost file would be replaced by
/// a new one in silence, and new data sealed beside what nobody can open any more.
/// </summary>
public sealed class ComprobarLlaveroHandler(SintraDb db, Sellos sellos, Llavero llavero, DirectorioDeDatos directorio)
{
    /// <exception cref="LlaveroAjenoException">It is not.</exception>
    public async Task EjecutarAsync(CancellationToken ct)
    {
        foreach (var id in await db.Set<LlaveDeDatos>().Select(l => l.LlaveDelLlavero).Distinct().ToListAsync(ct))
        {
            var muestra = await db.Set<LlaveDeDatos>().AsNoTracking().Where(l => l.LlaveDelLlavero == id).FirstOrDefaultAsync(ct);
            if (muestra is not null && !Abre(muestra))
            {
                throw new LlaveroAjenoException(directorio.Llavero);
            }
        }

        var primero = await db.Asientos.AsNoTracking().Where(a => a.N == 1).OrderBy(a => a.Carril).FirstOrDefaultAsync(ct);
        if (primero is not null && !Cadena.Corresponde(llavero.Vigente(UsoDeLlave.Bitacora).Material, Cabeza.Origen.Mac, primero))
        {
            throw new LlaveroAjenoException(directorio.Llavero);
        }
    }

    private bool Abre(LlaveDeDatos llave)
    {
        try
        {
            using var abierta = sellos.AbrirLlave(llave);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
