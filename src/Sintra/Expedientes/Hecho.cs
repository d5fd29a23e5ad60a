using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>
/// An event: what was reported or found, with n victims or none yet («supuesto caso»). Its answers stand in <see cref="SeccionDeHecho"/>.
/// </summary>
public sealed class Hecho
{
    public HechoId Id { get; private init; } = HechoId.Nuevo();

    /// <summary>Institution that holds it (key in the catalogue).</summary>
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary>Institution that captured it in the name of <see cref="Institucion"/>; null when that one did itself.</summary>
    [DatoPublico] public string? InstitucionQueCaptura { get; init; }

    /// <summary>Catalogue <c>canal_hecho</c>.</summary>
    [DatoPublico] public string? Canal { get; set; }

    /// <summary>The institution's own number of the event or report; unique within it, and what makes a second load add nothing.</summary>
    [DatoPublico] public string? NumeroDeOrigen { get; init; }

    public required DateTime CreadoEn { get; init; }

    public required CuentaId CreadoPor { get; init; }
}

internal sealed class MapaDeHecho : IEntityTypeConfiguration<Hecho>
{
    public void Configure(EntityTypeBuilder<Hecho> builder)
    {
        builder.ToTable("hecho");
        builder.Property(h => h.Institucion).HasMaxLength(40);
        builder.Property(h => h.InstitucionQueCaptura).HasMaxLength(40);
        builder.Property(h => h.Canal).HasMaxLength(20);
        builder.Property(h => h.NumeroDeOrigen).HasMaxLength(60);
        builder.HasIndex(h => new { h.Institucion, h.NumeroDeOrigen }).IsUnique();
    }
}
