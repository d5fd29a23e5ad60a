namespace Sintra.Practica;

/// <summary>The first line of the log of a database of practice; no other database has it.</summary>
public sealed record PracticaIniciada : ISuceso;

/// <summary>
/// What tells a database of practice from a register: its log begins by saying so. A log that has begun otherwise can never come to say it,
/// and under the keys of the installation nobody else can write that line.
/// </summary>
public sealed class MarcaDePractica(SintraDb db, Llavero llavero, Bitacora bitacora, ModoDePractica modo)
{
    private static readonly int[] Primeros = [.. Enumerable.Range(0, Carriles.PorBloque / 2)];

    /// <summary>Before anything else is written: a practice system marks a log that has not begun, and each kind of system refuses the other's.</summary>
    /// <exception cref="ConfiguracionException">The database is of practice and this process is not, or the other way round.</exception>
    public async Task ExigirAsync(CancellationToken ct)
    {
        var marca = await LeerAsync(db, ct);
        if (!modo.Activo)
        {
            if (marca is not null)
            {
                throw new ConfiguracionException("Esta base de datos es de un sistema de práctica, con personas ficticias. Ábrala con el verbo: practica; o diga otra carpeta con --datos DIR.");
            }

            return;
        }

        if (marca is null && !await db.Asientos.AnyAsync(ct))
        {
            bitacora.Asentar(new PracticaIniciada(), como: CuentaId.Sistema);
            await db.SaveChangesAsync(ct);
        }
        else if (marca is null)
        {
            throw TerrenoDePractica.Ajeno();
        }
        else if (!Cadena.Corresponde(llavero.Vigente(UsoDeLlave.Bitacora).Material, Cabeza.Origen.Mac, marca))
        {
            throw DeOtrasLlaves();
        }
    }

    internal static ConfiguracionException DeOtrasLlaves() =>
        new("Las llaves de la carpeta de datos no son de esta base de práctica. Diga la carpeta correcta con --datos DIR, o una carpeta y una base nuevas.");

    /// <summary>A few index seeks, however long the log. Whether the line is genuine only the keys tell.</summary>
    internal static Task<Asiento?> LeerAsync(SintraDb db, CancellationToken ct) => db.Asientos.AsNoTracking()
        .Where(a => Primeros.Contains(a.Carril) && a.N == 1 && a.Suceso == nameof(PracticaIniciada))
        .OrderBy(a => a.Carril)
        .FirstOrDefaultAsync(ct);
}
