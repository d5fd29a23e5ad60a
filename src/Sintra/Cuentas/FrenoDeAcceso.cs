using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>
/// How often a sign-in has failed in a row under an address, whether an account has it or not:
/// known and unknown addresses are counted, delayed and answered alike.
/// </summary>
public sealed class FrenoDeAcceso
{
    private const int Gratuitas = 3;

    /// <summary>Longest wait before a password may be tried again.</summary>
    public static readonly TimeSpan TopeDePassword = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait before a code may be tried again: whoever gets so far has the password, and a code is six digits.</summary>
    public static readonly TimeSpan TopeDeCodigo = TimeSpan.FromMinutes(15);

    /// <summary>Blind token of the address.</summary>
    public required long Clave { get; init; }

    public int Fallas { get; set; }
    public DateTime? BloqueadoHasta { get; set; }
    public DateTime? Ultima { get; set; }

    /// <summary>Wait after the n-th failure in a row: 0, 0, 0, then 2, 4, 8 … seconds up to the cap.</summary>
    public static TimeSpan Demora(int fallas, TimeSpan tope)
    {
        if (fallas <= Gratuitas)
        {
            return TimeSpan.Zero;
        }

        // 2^20 s is far beyond any cap; more would overflow.
        var segundos = Math.Pow(2, Math.Min(fallas - Gratuitas, 20));
        return segundos < tope.TotalSeconds ? TimeSpan.FromSeconds(segundos) : tope;
    }
}

/// <summary>An attempt to enter, told before its outcome is known; a success leaves a fact of its own after it.</summary>
/// <param name="Frenado">True when it was refused unread because its wait was not over.</param>
public sealed record AccesoIntentado(PruebaDeAcceso Prueba, int Fallas, bool Frenado) : ISuceso;

/// <summary>What is being proved.</summary>
public enum PruebaDeAcceso
{
    Password,
    Codigo,
    Llave,
}

/// <summary>Charges every attempt before it is made, so that parallel guesses cannot pass under the counter, and forgives on success.</summary>
public sealed class Freno(SintraDb db, Sellos sellos, Bitacora bitacora, TimeProvider reloj)
{
    /// <returns>False when the attempt must be refused whatever it carries.</returns>
    public async Task<bool> CobrarAsync(string correoNormalizado, CuentaId cuenta, PruebaDeAcceso prueba, CancellationToken ct)
    {
        var (clave, ahora) = (Clave(correoNormalizado), reloj.Ahora);

        // Nothing may depend on whether the address was new: time would tell who has been here. Touched first, so that it is not forgotten meanwhile.
        await db.Database.ExecuteSqlAsync($"INSERT INTO freno_de_acceso (clave, fallas, ultima) VALUES ({clave}, 0, {ahora}) ON CONFLICT (clave) DO UPDATE SET ultima = excluded.ultima", ct);
        var freno = await db.FrenosDeAcceso.AsNoTracking().SingleAsync(f => f.Clave == clave, ct);
        var fallas = freno.Fallas + 1;
        DateTime? hasta = ahora + FrenoDeAcceso.Demora(fallas, prueba == PruebaDeAcceso.Codigo ? FrenoDeAcceso.TopeDeCodigo : FrenoDeAcceso.TopeDePassword);
        var cobradas = await db.FrenosDeAcceso
            .Where(f => f.Clave == clave && f.Fallas == freno.Fallas && (f.BloqueadoHasta == null || f.BloqueadoHasta <= ahora))
            .ExecuteUpdateAsync(f => f
                .SetProperty(x => x.Fallas, fallas)
                .SetProperty(x => x.BloqueadoHasta, hasta)
                .SetProperty(x => x.Ultima, (DateTime?)ahora), ct);

        bitacora.Asentar(new AccesoIntentado(prueba, fallas, cobradas == 0), como: cuenta);
        await db.SaveChangesAsync(ct);
        return cobradas == 1;
    }

    /// <summary>Takes the last charge back: the password was right and the code is still to come.</summary>
    public Task DevolverAsync(string correoNormalizado, CancellationToken ct)
    {
        var clave = Clave(correoNormalizado);
        return db.FrenosDeAcceso.Where(f => f.Clave == clave && f.Fallas > 0).ExecuteUpdateAsync(f => f
            .SetProperty(x => x.Fallas, x => x.Fallas - 1)
            .SetProperty(x => x.BloqueadoHasta, (DateTime?)null), ct);
    }

    /// <summary>Forgives everything: the person is in.</summary>
    public Task SoltarAsync(string correoNormalizado, CancellationToken ct)
    {
        var clave = Clave(correoNormalizado);
        return db.FrenosDeAcceso.Where(f => f.Clave == clave).ExecuteUpdateAsync(f => f
            .SetProperty(x => x.Fallas, 0)
            .SetProperty(x => x.BloqueadoHasta, (DateTime?)null), ct);
    }

    private long Clave(string correoNormalizado) => sellos.Testigo("correo_de_cuenta", correoNormalizado).Valor;
}

internal sealed class MapaDeFrenoDeAcceso : IEntityTypeConfiguration<FrenoDeAcceso>
{
    public void Configure(EntityTypeBuilder<FrenoDeAcceso> builder)
    {
        builder.ToTable("freno_de_acceso");
        builder.HasKey(f => f.Clave);
        builder.Property(f => f.Clave).ValueGeneratedNever();
        builder.HasIndex(f => f.Ultima);
    }
}
