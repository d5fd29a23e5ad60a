using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Cuentas;

namespace Sintra.Expedientes;

/// <summary>
/// What somebody has typed into a page and not yet saved: kept by the server on its own, sealed with the account's key, for that account
/// alone. It outlives the session and the process; it is thrown away when the page is saved or given up, and 28 days after its last key.
/// </summary>
public sealed class Borrador
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required CuentaId Cuenta { get; init; }

    /// <summary>Address of the page it was typed into, without query: ids and keys of the dictionary, never a datum of anybody.</summary>
    [DatoPublico] public required string Ruta { get; init; }

    /// <summary>Version of the page that its form was made from; null when the page had never been written.</summary>
    public Guid? Version { get; set; }

    /// <summary>JSON of the fields that were touched, name → values, sealed.</summary>
    public required byte[] Sellado { get; set; }

    /// <summary>Class and version of the account's key that closes <see cref="Sellado"/>: pages of high risk have their own.</summary>
    public ClaseDeLlave ClaseDeLlave { get; set; }
    public int VersionDeLlave { get; set; }

    /// <summary>First key typed.</summary>
    public required DateTime Desde { get; init; }

    /// <summary>Last key typed: with it the 28 days begin anew, and who else opens the page is told that somebody is on it.</summary>
    public required DateTime EscritoEn { get; set; }

    /// <summary>When its author was told that it expires; null while nobody has.</summary>
    public DateTime? AvisadoEn { get; set; }
}

internal sealed class MapaDeBorrador : IEntityTypeConfiguration<Borrador>
{
    public void Configure(EntityTypeBuilder<Borrador> builder)
    {
        builder.ToTable("borrador");
        builder.Property(b => b.Ruta).HasMaxLength(200);
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(b => b.Cuenta).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.Cuenta, b.Ruta }).IsUnique();
        builder.HasIndex(b => new { b.Ruta, b.EscritoEn });
        builder.HasIndex(b => b.EscritoEn);
    }
}
