using System.Security.Cryptography;

namespace Sintra.Comun.Sellos;

/// <summary>
/// At start: that the key file is the one this database was sealed and its log chained with. Without it a lost file would be replaced by
/// a new one in silence, and new data sealed beside what nobody can open any more. It asks whose file it is and not whether the database
/// was tampered with: a damaged row among others proves nothing of the file, and is found by <see cref="VerificarBitacoraHandler"/>.
/// </summary>
public sealed class ComprobarLlaveroHandler(SintraDb db, Sellos sellos, Llavero llavero, DirectorioDeDatos directorio)
{
    private const int Muestra = 16;

    /// <exception cref="LlaveroAjenoException">It is not.</exception>
    public async Task EjecutarAsync(CancellationToken ct)
    {
        if (await CierraSusDatosAsync(ct) is { } cierra ? !cierra : await EncadenaSuBitacoraAsync(ct) is false)
        {
            throw new LlaveroAjenoException(directorio.Llavero);
        }
    }

    // Null: the data keys do not tell, for there are none, or one alone that may be the damaged one.
    private async Task<bool?> CierraSusDatosAsync(CancellationToken ct)
    {
        bool? cierra = null;
        foreach (var id in await db.Set<LlaveDeDatos>().Select(l => l.LlaveDelLlavero).Distinct().ToListAsync(ct))
        {
            var muestra = await db.Set<LlaveDeDatos>().AsNoTracking().Where(l => l.LlaveDelLlavero == id).Take(Muestra).ToListAsync(ct);
            if (muestra.Exists(Abre))
            {
                cierra = true;
            }
            else if (muestra.Count > 1 || llavero.Tenida(UsoDeLlave.Envolver, id) is null)
            {
                return false;
            }
        }

        return cierra;
    }

    // Null: no lane has begun. Each line is proved against the MAC stored before it, so that a damaged one spoils its own proof and the next.
    private async Task<bool?> EncadenaSuBitacoraAsync(CancellationToken ct)
    {
        var llave = llavero.Vigente(UsoDeLlave.Bitacora).Material;
        var carriles = await db.Asientos.Where(a => a.N == 1).Select(a => a.Carril).ToListAsync(ct);
        foreach (var carril in carriles)
        {
            var anterior = Cabeza.Origen.Mac;
            for (var n = 1; n <= Muestra; n++)
            {
                var asiento = await LeerAsync(carril, n, ct);
                if (asiento is not null && anterior is not null && Cadena.Corresponde(llave, anterior, asiento))
                {
                    return true;
                }

                anterior = asiento?.Mac;
            }
        }

        return carriles.Count == 0 ? null : false;
    }

    private async Task<Asiento?> LeerAsync(int carril, int n, CancellationToken ct)
    {
        try
        {
            return await db.Asientos.AsNoTracking().FirstOrDefaultAsync(a => a.Carril == carril && a.N == n, ct);
        }
        catch (Exception e) when (Cadena.EsIlegible(e))
        {
            return null;
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
