using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>
/// One version of a text that whoever enters binds themselves to: terms of use, letter of confidentiality, code of conduct. Versions are added, never
/// changed: what somebody accepted can be read for ever as they read it.
/// </summary>
public sealed class Compromiso
{
    public const int LargoDeTitulo = 120;
    public const int LargoDeTexto = 20_000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Which of the texts: <c>terminos</c>, <c>confidencialidad</c>, <c>conducta</c>.</summary>
    [DatoPublico] public required string Clave { get; init; }

    /// <summary>From 1.</summary>
    public required int Numero { get; init; }

    [DatoPublico] public required string Titulo { get; init; }

    /// <summary>Spanish; paragraphs are set apart by a blank line.</summary>
    [DatoPublico] public required string Texto { get; init; }

    /// <summary>First day on which nobody works without having accepted it.</summary>
    public required DateOnly Desde { get; init; }

    public required DateTime PublicadoEn { get; init; }
    public required CuentaId PublicadoPor { get; init; }
}

/// <summary>An account accepted one version, once.</summary>
public sealed class CompromisoAceptado
{
    public required CuentaId Cuenta { get; init; }
    public required Guid Compromiso { get; init; }
    public required DateTime AceptadoEn { get; init; }
}

public static class ConsultasDeCompromisos
{
    extension(SintraDb db)
    {
        public DbSet<Compromiso> Compromisos => db.Set<Compromiso>();
        public DbSet<CompromisoAceptado> CompromisosAceptados => db.Set<CompromisoAceptado>();

        /// <summary>The last version of each text that holds on that day.</summary>
        public IQueryable<Compromiso> CompromisosVigentes(DateOnly hoy)
        {
            var todos = db.Compromisos;
            return todos.Where(v => v.Desde <= hoy && !todos.Any(w => w.Clave == v.Clave && w.Desde <= hoy && w.Numero > v.Numero));
        }
    }
}

internal sealed class MapaDeCompromiso : IEntityTypeConfiguration<Compromiso>
{
    public void Configure(EntityTypeBuilder<Compromiso> builder)
    {
        builder.ToTable("compromiso");
        builder.Property(c => c.Clave).HasMaxLength(30);
        builder.Property(c => c.Titulo).HasMaxLength(Compromiso.LargoDeTitulo);
        builder.Property(c => c.Texto).HasMaxLength(Compromiso.LargoDeTexto);
        builder.HasIndex(c => new { c.Clave, c.Numero }).IsUnique();
    }
}

internal sealed class MapaDeCompromisoAceptado : IEntityTypeConfiguration<CompromisoAceptado>
{
    public void Configure(EntityTypeBuilder<CompromisoAceptado> builder)
    {
        builder.ToTable("compromiso_aceptado");
        builder.HasKey(a => new { a.Cuenta, a.Compromiso });
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(a => a.Cuenta).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Compromiso>().WithMany().HasForeignKey(a => a.Compromiso).OnDelete(DeleteBehavior.Restrict);
    }
}
