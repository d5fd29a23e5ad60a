using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>What whoever reviewed an emergency entry said of it.</summary>
public enum ResultadoDeEmergencia
{
    Justificada,
    NoJustificada,
}

/// <summary>
/// One account entered a file outside its reach, for three hours, and said why. The owning institution is told at once and somebody else reviews it;
/// what nobody reviewed in 72 hours keeps its account from entering any other so. What opens the file is the <see cref="Acceso"/> of this account.
/// </summary>
public sealed class EntradaDeEmergencia
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required ExpedienteId Expediente { get; init; }
    public required CuentaId Cuenta { get; init; }
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary>Whose file it is.</summary>
    [DatoPublico] public required string InstitucionDuena { get; init; }

    /// <summary>Catalogue <c>motivo_consulta</c>.</summary>
    [DatoPublico] public required string Motivo { get; init; }

    /// <summary>Number of the official document that asks for it.</summary>
    [DatoPersonal] public required string Oficio { get; init; }
    public required DateTime Desde { get; init; }
    public required DateTime Hasta { get; init; }
    public CuentaId? RevisadaPor { get; set; }
    public DateTime? RevisadaEn { get; set; }
    public ResultadoDeEmergencia? Resultado { get; set; }
}

internal sealed class MapaDeEntradaDeEmergencia : IEntityTypeConfiguration<EntradaDeEmergencia>
{
    public void Configure(EntityTypeBuilder<EntradaDeEmergencia> builder)
    {
        builder.ToTable("entrada_de_emergencia");
        builder.Property(e => e.Institucion).HasMaxLength(40);
        builder.Property(e => e.InstitucionDuena).HasMaxLength(40);
        builder.Property(e => e.Motivo).HasMaxLength(20);
        builder.Property(e => e.Oficio).HasMaxLength(60);
        builder.Property(e => e.RevisadaEn).IsConcurrencyToken();
        builder.HasOne<Expediente>().WithMany().HasForeignKey(e => e.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.Cuenta, e.Desde });
        builder.HasIndex(e => e.Desde).HasFilter("revisada_en is null");
    }
}
