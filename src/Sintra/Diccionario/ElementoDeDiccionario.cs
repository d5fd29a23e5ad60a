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

    /// <summary>First day (of Mexico City) on which it holds; never before that of the version it follows.</summary>
    public required DateOnly Desde { get; init; }
}

/// <summary>
/// A change somebody prepared, not yet part of any version. One live one per element: preparing it again replaces it; publishing or
/// discarding ends it.
/// </summary>
public sealed class CambioDeDiccionario
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required ClaseDeElemento Clase { get; init; }

    [DatoPublico] public required string Clave { get; init; }

    public required int Orden { get; set; }

    /// <summary>JSON of the columns as they will be.</summary>
    [DatoPublico] public required string Definicion { get; set; }

    public required bool Retirado { get; set; }

    public required CuentaId Cuenta { get; set; }
    public required DateTime PreparadoEn { get; set; }

    /// <summary>Its label as it will read: of a variable, a page or an option; else its key.</summary>
    public string Nombre => Columnas.GetValueOrDefault("etiqueta") ?? Columnas.GetValueOrDefault("titulo") ?? Columnas.GetValueOrDefault("nombre") ?? Clave;

    /// <summary>Its columns as they will be.</summary>
    public IReadOnlyDictionary<string, string> Columnas => Elemento.De(Clase, Clave, Orden, Definicion).Columnas;

    /// <summary>The version that adopted it; null while it is a draft.</summary>
    public int? Version { get; set; }
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

        /// <summary>Changes prepared and not yet published.</summary>
        public IQueryable<CambioDeDiccionario> CambiosPreparados => db.Set<CambioDeDiccionario>().Where(c => c.Version == null);
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

internal sealed class MapaDeCambioDeDiccionario : IEntityTypeConfiguration<CambioDeDiccionario>
{
    public void Configure(EntityTypeBuilder<CambioDeDiccionario> builder)
    {
        builder.ToTable("cambio_de_diccionario");
        builder.Property(c => c.Clave).HasMaxLength(100);
        builder.Ignore(c => c.Nombre);
        builder.Ignore(c => c.Columnas);
        builder.HasIndex(c => new { c.Clase, c.Clave }).IsUnique().HasFilter("version is null");
        builder.HasOne<VersionDeDiccionario>().WithMany().HasForeignKey(c => c.Version).OnDelete(DeleteBehavior.Restrict);
    }
}
