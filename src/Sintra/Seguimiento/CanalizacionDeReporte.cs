using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>
/// A report handed to another institution (<c>can_destino</c>). It is of an event and carries nobody's data, so the consent, the
/// deadline and the access of a <c>Canalizacion</c> of a file have no part in it.
/// </summary>
public sealed class CanalizacionDeReporte
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required HechoId Hecho { get; init; }

    /// <summary>Institution it was handed to (key in the catalogue).</summary>
    [DatoPublico] public required string Destino { get; init; }

    /// <summary><c>can_fecha</c>; null where the source does not say.</summary>
    public DateOnly? Fecha { get; init; }

    public required DateTime CreadaEn { get; init; }

    public required CuentaId CreadaPor { get; init; }
}

internal sealed class MapaDeCanalizacionDeReporte : IEntityTypeConfiguration<CanalizacionDeReporte>
{
    public void Configure(EntityTypeBuilder<CanalizacionDeReporte> builder)
    {
        builder.ToTable("canalizacion_de_reporte");
        builder.Property(c => c.Destino).HasMaxLength(40);
        builder.HasOne<Hecho>().WithMany().HasForeignKey(c => c.Hecho).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Hecho);
        builder.HasIndex(c => c.Destino);
    }
}
