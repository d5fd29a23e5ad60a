using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>What a document is attached to.</summary>
public enum DuenoDeAdjunto
{
    Expediente,
    Hecho,
    Convenio,
}

/// <summary>
/// A document: what it is in clear, its name and description sealed, its bytes in sealed chunks (<see cref="TrozoDeAdjunto"/>), all with its
/// owner's key. Taken out it stays, marked; destroying the owner's key is its erasure.
/// </summary>
public sealed class Adjunto
{
    public Guid Id { get; init; } = Uuid.Nuevo();
    public required DuenoDeAdjunto ClaseDeDueno { get; init; }

    /// <summary>Id of the file, event or convenio.</summary>
    public required Guid Dueno { get; init; }

    /// <summary>Row of an entity or group that it bears out, <c>Consentimiento[2]</c>; null when it stands by itself.</summary>
    [DatoPublico] public string? Renglon { get; init; }

    /// <summary>Catalogue <c>tipo_adjunto</c>.</summary>
    [DatoPublico] public required string Tipo { get; init; }

    /// <summary>By its content, never by its name: pdf, jpg, png, webp, docx, xlsx, mp3, m4a, mp4.</summary>
    [DatoPublico] public required string Formato { get; init; }

    /// <summary>Size as kept.</summary>
    public required long Bytes { get; init; }

    public required int Trozos { get; init; }

    /// <summary>JSON of the name it came with and of its description, sealed.</summary>
    public required byte[] Selladas { get; set; }
    public ClaseDeLlave ClaseDeLlave { get; set; }
    public int VersionDeLlave { get; set; }

    /// <summary>Whether an antivirus has looked at it; without one configured nothing has.</summary>
    public required bool Analizado { get; init; }

    /// <summary>Holds data that must be kept apart: it is left out of lists that leave the institution.</summary>
    public required bool Reservado { get; init; }

    public required DateTime AgregadoEn { get; init; }
    public required CuentaId AgregadoPor { get; init; }
    [DatoPublico] public required string Institucion { get; init; }
    public DateTime? RetiradoEn { get; set; }
    public CuentaId? RetiradoPor { get; set; }
}

/// <summary>A piece of a document, sealed by itself and bound to its place among the others.</summary>
public sealed class TrozoDeAdjunto
{
    public required Guid Adjunto { get; init; }

    /// <summary>From 0.</summary>
    public required int Numero { get; init; }
    public required byte[] Sellado { get; init; }
}

internal sealed class MapaDeAdjunto : IEntityTypeConfiguration<Adjunto>
{
    public void Configure(EntityTypeBuilder<Adjunto> builder)
    {
        builder.ToTable("adjunto");
        builder.Property(a => a.Renglon).HasMaxLength(60);
        builder.Property(a => a.Tipo).HasMaxLength(20);
        builder.Property(a => a.Formato).HasMaxLength(10);
        builder.Property(a => a.Institucion).HasMaxLength(40);
        builder.HasIndex(a => new { a.Dueno, a.AgregadoEn });
    }
}

internal sealed class MapaDeTrozoDeAdjunto : IEntityTypeConfiguration<TrozoDeAdjunto>
{
    public void Configure(EntityTypeBuilder<TrozoDeAdjunto> builder)
    {
        builder.ToTable("trozo_de_adjunto");
        builder.HasKey(t => new { t.Adjunto, t.Numero });
        builder.Property(t => t.Numero).ValueGeneratedNever();
        builder.HasOne<Adjunto>().WithMany().HasForeignKey(t => t.Adjunto).OnDelete(DeleteBehavior.Restrict);
    }
}
