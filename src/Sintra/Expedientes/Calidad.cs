using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>A determination of the person's condition, dated and with its authority. Rows are added, never changed.</summary>
public sealed class Calidad
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public ExpedienteId Expediente { get; init; }

    /// <summary>Row of the file's section <c>Calidad</c> with the rest of its answers; null for the one with which the file was born.</summary>
    public int? Fila { get; init; }

    /// <summary>Catalogue <c>calidad_victima</c>.</summary>
    [DatoPublico] public required string Codigo { get; init; }

    /// <summary>Deciding institution; null while nobody has decided (posible, probable).</summary>
    [DatoPublico] public string? Institucion { get; init; }

    /// <summary>Day of the determination; null while nobody has decided.</summary>
    public DateOnly? Fecha { get; init; }
    public required DateTime AsentadaEn { get; init; }
    public required CuentaId AsentadaPor { get; init; }
}

internal sealed class MapaDeCalidad : IEntityTypeConfiguration<Calidad>
{
    public void Configure(EntityTypeBuilder<Calidad> builder)
    {
        builder.ToTable("calidad");
        builder.Property(c => c.Codigo).HasMaxLength(20);
        builder.Property(c => c.Institucion).HasMaxLength(40);
        builder.HasOne<Expediente>().WithMany(e => e.Calidades).HasForeignKey(c => c.Expediente).OnDelete(DeleteBehavior.Restrict);
    }
}
