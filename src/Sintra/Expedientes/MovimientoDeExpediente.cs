using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>A step of a file from one state to another, with who took it and why. Rows are added, never changed.</summary>
public sealed class MovimientoDeExpediente
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required ExpedienteId Expediente { get; init; }
    public required EstadoDeExpediente De { get; init; }
    public required EstadoDeExpediente A { get; init; }

    /// <summary>Why, in words: sealed with the file's ordinary key; null where the step asks for none.</summary>
    public byte[]? Motivo { get; set; }

    /// <summary>Version of the file's ordinary key that closes <see cref="Motivo"/>.</summary>
    public int VersionDeLlave { get; set; }

    /// <summary>Keys of the pages to be corrected, comma-separated, of a file returned with remarks.</summary>
    [DatoPublico] public string? Paginas { get; init; }

    public required DateTime HechoEn { get; init; }
    public required CuentaId HechoPor { get; init; }

    /// <summary>Institution of who took it.</summary>
    [DatoPublico] public required string Institucion { get; init; }
}

internal sealed class MapaDeMovimiento : IEntityTypeConfiguration<MovimientoDeExpediente>
{
    public void Configure(EntityTypeBuilder<MovimientoDeExpediente> builder)
    {
        builder.ToTable("movimiento_de_expediente");
        builder.Property(m => m.De).HasConversion<ConversorDeCodigo<EstadoDeExpediente>>().HasMaxLength(20);
        builder.Property(m => m.A).HasConversion<ConversorDeCodigo<EstadoDeExpediente>>().HasMaxLength(20);
        builder.Property(m => m.Paginas).HasMaxLength(600);
        builder.Property(m => m.Institucion).HasMaxLength(40);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(m => m.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Expediente, m.HechoEn });
    }
}
