using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>
/// What the person (or who represents them) answered about one purpose, on a day. Rows are added, never changed: the last one of a purpose is
/// what holds, and revoking is one more row. The rest of its answers stand in the file's section <c>Consentimiento</c>.
/// </summary>
public sealed class Consentimiento
{
    /// <summary>Key of the file's section of that name, and of the dictionary's <c>grupo</c>.</summary>
    public const string Grupo = nameof(Consentimiento);

    public required ExpedienteId Expediente { get; init; }

    /// <summary>Row of the section, from 1.</summary>
    public required int Fila { get; init; }

    /// <summary>Purpose, catalogue <c>consentimiento_tipo</c>.</summary>
    [DatoPublico] public required string Tipo { get; init; }

    /// <summary>Answer, catalogue <c>consentimiento_estado</c>.</summary>
    [DatoPublico] public required string Estado { get; init; }

    /// <summary>Day on which it was given, denied or taken back.</summary>
    public required DateOnly Fecha { get; init; }
    public required DateTime AsentadoEn { get; init; }
    public required CuentaId AsentadoPor { get; init; }
}

internal sealed class MapaDeConsentimiento : IEntityTypeConfiguration<Consentimiento>
{
    public void Configure(EntityTypeBuilder<Consentimiento> builder)
    {
        builder.ToTable("consentimiento");
        builder.HasKey(c => new { c.Expediente, c.Fila });
        builder.Property(c => c.Fila).ValueGeneratedNever();
        builder.Property(c => c.Tipo).HasMaxLength(10);
        builder.Property(c => c.Estado).HasMaxLength(10);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(c => c.Expediente).OnDelete(DeleteBehavior.Restrict);
    }
}
