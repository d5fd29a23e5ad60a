using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Comun.Sellos;

/// <summary>Which data of an owner a key closes.</summary>
public enum ClaseDeLlave
{
    /// <summary>Identity, free text and whatever else is sealed of a file or an event.</summary>
    Ordinaria,

    /// <summary>Where somebody is now (contact, shelter): its own key, permission and step-up.</summary>
    AltoRiesgo,

    /// <summary>An account's own secret (authenticator key).</summary>
    Cuenta,
}

/// <summary>
/// The data key of one owner (file, event, account), 256 bits, kept wrapped by a key of the ring.
/// Destroying this row is the erasure of everything it closes.
/// </summary>
public sealed class LlaveDeDatos
{
    /// <summary>Id of the file, event or account.</summary>
    public required Guid Dueno { get; init; }

    public required ClaseDeLlave Clase { get; init; }

    /// <summary>Counts the owner's keys of this class, from 1; part of what every seal is bound to.</summary>
    public required int Version { get; init; }

    /// <summary>Key of the ring that wraps it; rotation changes this and <see cref="Envuelta"/>, nothing else.</summary>
    public required int LlaveDelLlavero { get; set; }

    /// <summary>nonce (12) · tag (16) · wrapped key (32).</summary>
    public required byte[] Envuelta { get; set; }
}

internal sealed class MapaDeLlaveDeDatos : IEntityTypeConfiguration<LlaveDeDatos>
{
    public void Configure(EntityTypeBuilder<LlaveDeDatos> builder)
    {
        builder.ToTable("llave_de_datos");
        builder.HasKey(l => new { l.Dueno, l.Clase, l.Version });
        builder.Property(l => l.Envuelta).HasMaxLength(60);
        builder.HasIndex(l => l.LlaveDelLlavero);
    }
}
