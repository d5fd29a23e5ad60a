using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Diccionario;

/// <summary>
/// One element as some version of the dictionary defined it. The dictionary at version v has, for each class and key, the newest row
/// not beyond v. Rows are added, never changed: a file is always read with the dictionary it was written with.
/// </summary>
public sealed class ElementoDeDiccionario
{
    public required ClaseDeElemento Clase { get; init; }

    [DatoPublico] public required string Clave { get; init; }

    /// <summary>The version that brought this definition.</summary>
    public required int Version { get; init; }

    public required int Orden { get; init; }

    /// <summary>JSON of its columns.</summary>
    [DatoPublico] public required string Definicion { get; init; }

    /// <summary>From this version on it is no longer part of the dictionary.</summary>
    public bool Retirado { get; init; }
}

/// <summary>A published version.</summary>
public sealed class VersionDeDiccionario
{
    /// <summary>From 1, without gaps.</summary>
    public required int Numero { get; init; }

    /// <summary>SHA-256 of the seed it came from, lower-case hexadecimal; null when people published it.</summary>
    [DatoPublico] public string? Huella { get; init; }

    public required DateTime PublicadaEn { get; init; }
}

/// <summary>A new version of the dictionary is in force.</summary>
/// <param name="Elementos">How many it brought, changed or retired.</param>
public sealed record DiccionarioPublicado(int Version, int Elementos) : ISuceso;

public static class TablasDelDiccionario
{
    extension(SintraDb db)
    {
        public DbSet<ElementoDeDiccionario> ElementosDeDiccionario => db.Set<ElementoDeDiccionario>();
        public DbSet<VersionDeDiccionario> VersionesDeDiccionario => db.Set<VersionDeDiccionario>();
    }
}

internal sealed class MapaDeElementoDeDiccionario : IEntityTypeConfiguration<ElementoDeDiccionario>
{
    public void Configure(EntityTypeBuilder<ElementoDeDiccionario> builder)
    {
        builder.ToTable("elemento_de_diccionario");
        builder.HasKey(e => new { e.Clase, e.Clave, e.Version });
        builder.Property(e => e.Clave).HasMaxLength(100);
        builder.Property(e => e.Version).ValueGeneratedNever();
        builder.HasOne<VersionDeDiccionario>().WithMany().HasForeignKey(e => e.Version).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MapaDeVersionDeDiccionario : IEntityTypeConfiguration<VersionDeDiccionario>
{
    public void Configure(EntityTypeBuilder<VersionDeDiccionario> builder)
    {
        builder.ToTable("version_de_diccionario");
        builder.HasKey(v => v.Numero);
        builder.Property(v => v.Numero).ValueGeneratedNever();
        builder.Property(v => v.Huella).HasMaxLength(64);
    }
}
