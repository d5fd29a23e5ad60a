using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>
/// A call to the hotline (variables <c>llam_*</c>). Most give rise to no event, and nothing in it says who called.
/// </summary>
public sealed class Llamada
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Institution that answered it (key in the catalogue).</summary>
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary><c>llam_fecha</c>, Mexico's day.</summary>
    public required DateOnly Fecha { get; init; }

    /// <summary><c>llam_hecho</c>: the event it gave rise to.</summary>
    public HechoId? Hecho { get; set; }

    /// <summary><c>llam_sexo</c> of whoever called (catalogue <c>sexo</c>).</summary>
    [DatoPublico] public string? Sexo { get; init; }

    public EstadoDeRespuesta EstadoDeSexo { get; init; }

    /// <summary><c>llam_clasificada</c> (catalogue <c>clasificacion_llamada</c>).</summary>
    [DatoPublico] public string? Clasificacion { get; init; }

    public EstadoDeRespuesta EstadoDeClasificacion { get; init; }

    public required DateTime CreadaEn { get; init; }

    public required CuentaId CreadaPor { get; init; }
}

internal sealed class MapaDeLlamada : IEntityTypeConfiguration<Llamada>
{
    public void Configure(EntityTypeBuilder<Llamada> builder)
    {
        builder.ToTable("llamada");
        builder.Property(l => l.Institucion).HasMaxLength(40);
        builder.Property(l => l.Sexo).HasMaxLength(20);
        builder.Property(l => l.Clasificacion).HasMaxLength(20);
        builder.HasOne<Hecho>().WithMany().HasForeignKey(l => l.Hecho).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.Institucion, l.Fecha });
    }
}
