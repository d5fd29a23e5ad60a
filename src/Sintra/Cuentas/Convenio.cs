using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>What an agreement is.</summary>
public enum ClaseDeConvenio
{
    /// <summary>Between authorities.</summary>
    Coordinacion,

    /// <summary>With a body that is no authority: civil society, shelters, academia, international bodies.</summary>
    Colaboracion,

    /// <summary>Joins an agreement that others signed.</summary>
    Adhesion,

    /// <summary>No agreement is needed: a law says so, and the object names it. The only kind that may have no end.</summary>
    ExentaPorLey,
}

/// <summary>
/// What lets an institution load data: its object, and the days between which it is in force. Rows are added and ended, never changed or deleted;
/// renewing is adding another.
/// </summary>
public sealed class Convenio
{
    public const int LargoDeTexto = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    [DatoPublico] public required string Institucion { get; init; }
    public required ClaseDeConvenio Clase { get; init; }

    /// <summary>Object and scope; of an exemption, the law it rests on.</summary>
    [DatoPublico] public required string Objeto { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly Desde { get; init; }

    /// <summary>Last day in force as agreed; null when it has no end.</summary>
    public required DateOnly? Hasta { get; init; }

    /// <summary>Last day in force as it stands: the agreed one, the eve of its early end, or <see cref="DateOnly.MaxValue"/>. What the rule reads.</summary>
    public DateOnly Fin { get; set; }

    /// <summary>Where the signed sheets are kept, and what goes with them.</summary>
    [DatoPublico] public required string? Anexo { get; init; }

    public required DateTime RegistradoEn { get; init; }
    public required CuentaId RegistradoPor { get; init; }

    /// <summary>Null while nobody has ended it before its day.</summary>
    public DateTime? TerminadoEn { get; set; }
    public CuentaId? TerminadoPor { get; set; }
    [DatoPublico] public string? MotivoDeTermino { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}

/// <summary>An institution took the place of another, as FGR that of PGR. Several may come of one, and one of several.</summary>
public sealed class Sucesion
{
    [DatoPublico] public required string Predecesora { get; init; }
    [DatoPublico] public required string Sucesora { get; init; }

    /// <summary>First day on which the successor acts.</summary>
    public required DateOnly Desde { get; init; }

    public required DateTime DeclaradaEn { get; init; }
    public required CuentaId DeclaradaPor { get; init; }
}

public static class ConsultasDeConvenios
{
    extension(SintraDb db)
    {
        public DbSet<Convenio> Convenios => db.Set<Convenio>();
        public DbSet<Sucesion> Sucesiones => db.Set<Sucesion>();
    }

    extension(IQueryable<Institucion> instituciones)
    {
        /// <summary>Which institutions somebody with that permission may administer.</summary>
        public IQueryable<Institucion> AdministrablesPor(Sesion sesion) => sesion.Alcance == Alcance.Nacional
            ? instituciones
            : instituciones.Where(i => i.Sigla == sesion.Institucion);
    }
}

internal sealed class MapaDeConvenio : IEntityTypeConfiguration<Convenio>
{
    public void Configure(EntityTypeBuilder<Convenio> builder)
    {
        builder.ToTable("convenio");
        builder.Property(c => c.Institucion).HasMaxLength(40);
        builder.Property(c => c.Objeto).HasMaxLength(Convenio.LargoDeTexto);
        builder.Property(c => c.Anexo).HasMaxLength(Convenio.LargoDeTexto);
        builder.Property(c => c.MotivoDeTermino).HasMaxLength(Convenio.LargoDeTexto);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Institucion, c.Desde });
        builder.HasOne<Institucion>().WithMany().HasForeignKey(c => c.Institucion).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MapaDeSucesion : IEntityTypeConfiguration<Sucesion>
{
    public void Configure(EntityTypeBuilder<Sucesion> builder)
    {
        builder.ToTable("sucesion");
        builder.HasKey(s => new { s.Predecesora, s.Sucesora });
        builder.Property(s => s.Predecesora).HasMaxLength(40);
        builder.Property(s => s.Sucesora).HasMaxLength(40);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(s => s.Predecesora).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(s => s.Sucesora).OnDelete(DeleteBehavior.Restrict);
    }
}
