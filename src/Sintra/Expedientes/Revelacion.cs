using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>A group of sealed fields open to one account for ten minutes, with its reason. The dictionary calls it Lectura (<c>aud_consulta</c>, <c>aud_nota</c>).</summary>
public sealed class Revelacion
{
    public static readonly TimeSpan Duracion = TimeSpan.FromMinutes(10);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required ExpedienteId Expediente { get; init; }
    public required CuentaId Cuenta { get; init; }

    /// <summary>The session in which it was opened; with it, it ends.</summary>
    public required Guid? Sesion { get; init; }

    /// <summary>Key of a group of identity of the dictionary.</summary>
    [DatoPublico] public required string Grupo { get; init; }

    /// <summary>Catalogue <c>motivo_consulta</c>.</summary>
    [DatoPublico] public required string Motivo { get; init; }

    /// <summary>Why, in the reader's words: sealed with the file's key.</summary>
    public byte[]? Nota { get; set; }
    public required DateTime Desde { get; init; }

    /// <summary>Hidden again by the server from this moment, or before if the reader asks.</summary>
    public required DateTime Hasta { get; set; }
}

internal sealed class MapaDeRevelacion : IEntityTypeConfiguration<Revelacion>
{
    public void Configure(EntityTypeBuilder<Revelacion> builder)
    {
        builder.ToTable("revelacion");
        builder.Property(r => r.Grupo).HasMaxLength(30);
        builder.Property(r => r.Motivo).HasMaxLength(20);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(r => r.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Expediente, r.Cuenta, r.Hasta });
    }
}
