using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>A single-use link by which a person takes possession of an account. Only the hash of its secret is kept.</summary>
public sealed class Invitacion
{
    public static readonly TimeSpan Vigencia = TimeSpan.FromHours(72);
    public static readonly TimeSpan VigenciaDeLaPrimera = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null for the first administrator, who types the address on accepting; good only while there is no account.</summary>
    public CuentaId? Cuenta { get; init; }

    /// <summary>SHA-256 of the secret (256 random bits: nothing to guess, so nothing to slow down).</summary>
    public required byte[] Hash { get; init; }

    public required DateTime CreadaEn { get; init; }
    public required CuentaId CreadaPor { get; init; }
    public required DateTime Expira { get; init; }

    /// <summary>When it was accepted, or withdrawn because a newer one was made.</summary>
    public DateTime? UsadaEn { get; set; }
}

internal sealed class MapaDeInvitacion : IEntityTypeConfiguration<Invitacion>
{
    public void Configure(EntityTypeBuilder<Invitacion> builder)
    {
        builder.ToTable("invitacion");
        builder.Property(i => i.Hash).HasMaxLength(32);
        // Two people with the same link at once: one of them is told it is used.
        builder.Property(i => i.UsadaEn).IsConcurrencyToken();
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasIndex(i => i.Cuenta);
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(i => i.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
