using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Intercambio;

/// <summary>
/// Which row of which file a loaded thing came from: what makes a second load add nothing. Two equal rows of a file are two things
/// (13 calls of one day without event are 13 calls), told apart by their occurrence.
/// </summary>
public sealed class OrigenDeCarga
{
    /// <summary>Institution in whose name it was loaded.</summary>
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary>Name of the file, which is its kind.</summary>
    [DatoPublico] public required string Archivo { get; init; }

    /// <summary>SHA-256 of the row, its fields trimmed.</summary>
    public required byte[] Huella { get; init; }

    /// <summary>Which of the equal rows of the file, from 1.</summary>
    public required int Ocurrencia { get; init; }

    /// <summary>What it became: <c>Llamada</c>, <c>Hecho</c>, <c>Expediente</c> …</summary>
    [DatoPublico] public required string Destino { get; init; }

    public required Guid DestinoId { get; init; }

    /// <summary>Row within the destination (a place of an event).</summary>
    public int? DestinoFila { get; init; }

    public required DateTime CargadoEn { get; init; }
}

public static class ConsultasDeIntercambio
{
    extension(SintraDb db)
    {
        public DbSet<OrigenDeCarga> OrigenesDeCarga => db.Set<OrigenDeCarga>();
    }
}

internal sealed class MapaDeOrigenDeCarga : IEntityTypeConfiguration<OrigenDeCarga>
{
    public void Configure(EntityTypeBuilder<OrigenDeCarga> builder)
    {
        builder.ToTable("origen_de_carga");
        builder.HasKey(o => new { o.Institucion, o.Archivo, o.Huella, o.Ocurrencia });
        builder.Property(o => o.Institucion).HasMaxLength(40);
        builder.Property(o => o.Archivo).HasMaxLength(60);
        builder.Property(o => o.Huella).HasMaxLength(32);
        builder.Property(o => o.Destino).HasMaxLength(40);
    }
}
