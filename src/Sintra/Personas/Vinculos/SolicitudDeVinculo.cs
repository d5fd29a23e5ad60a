using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>Where a request to look for the same person elsewhere stands.</summary>
public enum EstadoDeSolicitud
{
    /// <summary>Whoever reviews links looks.</summary>
    Pedida,

    /// <summary>The institution of the other file answers.</summary>
    Turnada,
    Aceptada,
    Rechazada,

    /// <summary>Nobody found another file. Whoever asked sees the same words as when the other institution refused.</summary>
    SinCoincidencia,
}

/// <summary>
/// «Solicitar vinculación»: an institution asks whether the person of a file of its own is known elsewhere. It learns nothing by asking; the owner of the
/// other file answers within a term.
/// </summary>
public sealed class SolicitudDeVinculo
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required ExpedienteId Expediente { get; init; }

    /// <summary>Institution that asks.</summary>
    [DatoPublico] public required string Institucion { get; init; }
    public required CuentaId PedidaPor { get; init; }
    public required DateTime PedidaEn { get; init; }

    /// <summary>Catalogue <c>motivo_consulta</c>.</summary>
    [DatoPublico] public required string Motivo { get; init; }
    public required DateTime VenceEn { get; set; }
    public EstadoDeSolicitud Estado { get; set; } = EstadoDeSolicitud.Pedida;

    /// <summary>File of another institution to which it was turned over; null while none was.</summary>
    public ExpedienteId? Otro { get; set; }

    /// <summary>Institution that answers.</summary>
    [DatoPublico] public string? InstitucionQueResponde { get; set; }
    public CuentaId? RespondidaPor { get; set; }
    public DateTime? RespondidaEn { get; set; }
    public Guid Version { get; set; } = Uuid.Nuevo();
}

internal sealed class MapaDeSolicitudDeVinculo : IEntityTypeConfiguration<SolicitudDeVinculo>
{
    public void Configure(EntityTypeBuilder<SolicitudDeVinculo> builder)
    {
        builder.ToTable("solicitud_de_vinculo");
        builder.Property(s => s.Institucion).HasMaxLength(40);
        builder.Property(s => s.InstitucionQueResponde).HasMaxLength(40);
        builder.Property(s => s.Motivo).HasMaxLength(20);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.Otro).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Institucion, s.PedidaEn });
        builder.HasIndex(s => new { s.InstitucionQueResponde, s.Estado });
    }
}
