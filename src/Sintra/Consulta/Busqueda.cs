using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Consulta;

/// <summary>Criteria that somebody kept, for themselves or for their institution. Codes, numbers and dates alone: a search by identity is not kept.</summary>
public sealed class BusquedaGuardada
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required CuentaId Cuenta { get; init; }
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary>As its author calls it.</summary>
    [DatoPersonal] public required string Nombre { get; set; }

    /// <summary>The query of its address, <c>sexo=M&amp;entidad=07</c>.</summary>
    [DatoPublico] public required string Criterios { get; set; }
    public bool DeLaInstitucion { get; set; }

    /// <summary>A weekly mail says how many there are; never who.</summary>
    public bool AvisoSemanal { get; set; }
    public DateTime? AvisadaEn { get; set; }
    public required DateTime CreadaEn { get; init; }
}

/// <summary>
/// A search by name or other identity, sealed, that an address can name without saying it: the address holds the id, which serves its author alone
/// and only for a while.
/// </summary>
public sealed class BusquedaPorIdentidad
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required CuentaId Cuenta { get; init; }

    /// <summary>The session that made it (<c>Sesion.Abierta</c>).</summary>
    public required Guid Sesion { get; init; }

    /// <summary>What was typed, as JSON, sealed.</summary>
    public required byte[] Contenido { get; set; }
    public required DateTime Hasta { get; init; }
}

public static class ConsultasDeBusqueda
{
    extension(SintraDb db)
    {
        public DbSet<BusquedaGuardada> BusquedasGuardadas => db.Set<BusquedaGuardada>();
        public DbSet<BusquedaPorIdentidad> BusquedasPorIdentidad => db.Set<BusquedaPorIdentidad>();
    }
}

internal sealed class MapaDeBusquedaGuardada : IEntityTypeConfiguration<BusquedaGuardada>
{
    public void Configure(EntityTypeBuilder<BusquedaGuardada> builder)
    {
        builder.ToTable("busqueda_guardada");
        builder.Property(b => b.Institucion).HasMaxLength(40);
        builder.Property(b => b.Nombre).HasMaxLength(80);
        builder.Property(b => b.Criterios).HasMaxLength(2000);
        builder.HasIndex(b => b.Cuenta);
        builder.HasIndex(b => b.Institucion);
    }
}

internal sealed class MapaDeBusquedaPorIdentidad : IEntityTypeConfiguration<BusquedaPorIdentidad>
{
    public void Configure(EntityTypeBuilder<BusquedaPorIdentidad> builder)
    {
        builder.ToTable("busqueda_por_identidad");
        builder.HasIndex(b => b.Hasta);
    }
}
