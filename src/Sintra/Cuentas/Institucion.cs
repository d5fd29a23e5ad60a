using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>A body that takes part in the register, as the catalogue <c>instituciones</c> names it.</summary>
public sealed class Institucion
{
    /// <summary>Key of the catalogue, e.g. <c>CITP-ST</c>.</summary>
    [DatoPublico] public required string Sigla { get; init; }

    [DatoPublico] public required string Nombre { get; set; }

    /// <summary>Catalogue <c>tipo_institucion</c>.</summary>
    [DatoPublico] public required string Tipo { get; set; }

    /// <summary>FED, EST, INT or NA.</summary>
    [DatoPublico] public required string Nivel { get; set; }

    /// <summary>Two-digit INEGI code of its state; null when it is of the whole country.</summary>
    [DatoPublico] public string? Entidad { get; set; }

    /// <summary>Who coordinates it in this programme, not who commands it: state bodies hang from their state commission, the rest from the national one.</summary>
    [DatoPublico] public string? Padre { get; set; }

    /// <summary>What one captures another person of it must validate before it counts, and closes only with a second one.</summary>
    public bool ValidaOtraPersona { get; set; }
}

internal sealed class MapaDeInstitucion : IEntityTypeConfiguration<Institucion>
{
    public void Configure(EntityTypeBuilder<Institucion> builder)
    {
        builder.ToTable("institucion");
        builder.HasKey(i => i.Sigla);
        builder.Property(i => i.Sigla).HasMaxLength(40);
        builder.Property(i => i.Nombre).HasMaxLength(400);
        builder.Property(i => i.Tipo).HasMaxLength(10);
        builder.Property(i => i.Nivel).HasMaxLength(10);
        builder.Property(i => i.Entidad).HasMaxLength(2);
        builder.Property(i => i.Padre).HasMaxLength(40);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(i => i.Padre).OnDelete(DeleteBehavior.Restrict);
    }
}
