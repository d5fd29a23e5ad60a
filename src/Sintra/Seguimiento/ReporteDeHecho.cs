using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>
/// The report by which an event became known: when, by which way and from whom, before anything is known of a person.
/// Its answers are those of <c>llam_fecha</c>, <c>via_deteccion</c> and <c>llam_sexo</c>.
/// </summary>
public sealed class ReporteDeHecho
{
    public required HechoId Hecho { get; init; }

    public required DateOnly Fecha { get; init; }

    /// <summary>Catalogue <c>via_deteccion</c>.</summary>
    [DatoPublico] public string? Via { get; init; }

    public EstadoDeRespuesta EstadoDeVia { get; init; }

    /// <summary>Sex of whoever reported (catalogue <c>sexo</c>).</summary>
    [DatoPublico] public string? Sexo { get; init; }

    public EstadoDeRespuesta EstadoDeSexo { get; init; }
}

internal sealed class MapaDeReporteDeHecho : IEntityTypeConfiguration<ReporteDeHecho>
{
    public void Configure(EntityTypeBuilder<ReporteDeHecho> builder)
    {
        builder.ToTable("reporte_de_hecho");
        builder.HasKey(r => r.Hecho);
        builder.Property(r => r.Via).HasMaxLength(20);
        builder.Property(r => r.Sexo).HasMaxLength(20);
        builder.HasOne<Hecho>().WithOne().HasForeignKey<ReporteDeHecho>(r => r.Hecho).OnDelete(DeleteBehavior.Restrict);
    }
}
