using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Comun.Bitacora;

/// <summary>
/// Something that happened, told in ids, codes and dates; never in a person's data, never in free text (a test reads every implementation).
/// The type's name, in the past tense, is what the log keeps.
/// </summary>
public interface ISuceso;

/// <summary>A reading of a person's file. Readings go in lanes of their own class, so that those who follow changes need not wade through them.</summary>
public interface ILectura : ISuceso;

/// <summary>
/// One line of the log: append-only, in the transaction of what it tells, chained by HMAC to the line before it in its lane.
/// Key (lane, n): whoever errs, a fork cannot be committed.
/// </summary>
public sealed class Asiento
{
    public int Carril { get; set; }

    /// <summary>Position in the lane, from 1, without gaps.</summary>
    public long N { get; set; }

    /// <summary>UTC, microseconds.</summary>
    public required DateTime En { get; init; }

    public required CuentaId Cuenta { get; init; }

    [DatoPublico] public required string Suceso { get; init; }

    public ExpedienteId? Expediente { get; init; }

    /// <summary>The fact as JSON, kept as text: the MAC is over these very bytes.</summary>
    [DatoPublico] public required string Datos { get; init; }

    /// <summary>HMAC-SHA-256, 32 bytes.</summary>
    public byte[] Mac { get; set; } = [];

    /// <summary>Which class of lane it belongs to; known before it is numbered, not stored (the lane tells).</summary>
    public bool EsLectura { get; init; }
}

internal sealed class MapaDeAsiento : IEntityTypeConfiguration<Asiento>
{
    public void Configure(EntityTypeBuilder<Asiento> builder)
    {
        builder.ToTable("asiento", tabla => tabla.HasCheckConstraint("ck_asiento_n", "n >= 1"));
        builder.HasKey(a => new { a.Carril, a.N });
        builder.Property(a => a.Carril).ValueGeneratedNever();
        builder.Property(a => a.N).ValueGeneratedNever();
        builder.Property(a => a.Suceso).HasMaxLength(60);
        builder.Property(a => a.Mac).HasMaxLength(32);
        builder.Ignore(a => a.EsLectura);
        builder.HasIndex(a => new { a.Expediente, a.En });
    }
}
