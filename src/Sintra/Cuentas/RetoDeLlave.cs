using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>What an answer to a challenge is good for; it is never good for anything else.</summary>
public enum UsoDeReto
{
    /// <summary>To make a passkey.</summary>
    Registrar,

    /// <summary>To sign in.</summary>
    Entrar,

    /// <summary>To prove the factor again in an open session.</summary>
    Verificar,
}

/// <summary>
/// A challenge that a passkey has to sign: kept here and not in the browser, so that it can be spent. It serves once, for five minutes, for the
/// browser that holds its cookie and, behind the door, for the session that asked.
/// </summary>
public sealed class RetoDeLlave
{
    public static readonly TimeSpan Vigencia = TimeSpan.FromMinutes(5);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the cookie's value.</summary>
    public required byte[] Hash { get; init; }

    public required UsoDeReto Uso { get; init; }

    /// <summary>Null at the door.</summary>
    public Guid? Sesion { get; init; }

    /// <summary>What Identity compares the answer with; names the account for which a passkey is made.</summary>
    [DatoPersonal] public required string Estado { get; init; }

    public required DateTime Expira { get; init; }
}

/// <summary>Makes challenges and spends them. No facts: an attempt has its own, before its outcome.</summary>
public sealed class Retos(SintraDb db, TimeProvider reloj)
{
    public async Task<SecretoOpaco> GuardarAsync(UsoDeReto uso, Guid? sesion, string estado, CancellationToken ct)
    {
        var secreto = SecretoOpaco.Nuevo();
        db.RetosDeLlave.Add(new() { Hash = secreto.Hash, Uso = uso, Sesion = sesion, Estado = estado, Expira = reloj.Ahora + RetoDeLlave.Vigencia });
        await db.SaveChangesAsync(ct);
        return secreto;
    }

    /// <summary>
    /// Takes the challenge out, whatever becomes of the answer: it is gone before the answer is looked at, so that of two that arrive at once
    /// one finds nothing.
    /// </summary>
    /// <returns>What the answer is compared with; null when there is nothing to answer.</returns>
    public async Task<string?> GastarAsync(string? secreto, UsoDeReto uso, Guid? sesion, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var reto = await db.RetosDeLlave.AsNoTracking().SingleOrDefaultAsync(r => r.Hash == hash, ct);
        return reto is not null && await db.RetosDeLlave.Where(r => r.Id == reto.Id).ExecuteDeleteAsync(ct) == 1
            && reto.Uso == uso && reto.Sesion == sesion && reto.Expira > reloj.Ahora
            ? reto.Estado
            : null;
    }

    /// <summary>Those that nobody answered in time.</summary>
    public Task<int> OlvidarAsync(CancellationToken ct)
    {
        var ahora = reloj.Ahora;
        return db.RetosDeLlave.Where(r => r.Expira <= ahora).ExecuteDeleteAsync(ct);
    }
}

internal sealed class MapaDeRetoDeLlave : IEntityTypeConfiguration<RetoDeLlave>
{
    public void Configure(EntityTypeBuilder<RetoDeLlave> builder)
    {
        builder.ToTable("reto_de_llave");
        builder.Property(r => r.Hash).HasMaxLength(32);
        builder.Property(r => r.Estado).HasMaxLength(4000);
        builder.HasIndex(r => r.Hash).IsUnique();
        builder.HasIndex(r => r.Expira);
    }
}
