using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>Which figures a profile sees in reports.</summary>
public enum CifrasDePerfil
{
    /// <summary>Exact within its own institution.</summary>
    Propio,

    Exacto,

    /// <summary>Protected at k = 5.</summary>
    Interinstitucional,

    /// <summary>Protected at k = 11.</summary>
    Publico,
}

/// <summary>A set of permissions with a name, a reach and a level of identity; seeded from <c>perfiles.csv</c>.</summary>
public sealed class Perfil
{
    /// <summary>Who administers the whole country; the first account has it.</summary>
    public const string AdministracionNacional = "administracion_nacional";

    /// <summary>For machines: no person is invited to it.</summary>
    public const string ClienteApi = "cliente_api";

    [DatoPublico] public required string Clave { get; init; }
    [DatoPublico] public required string Nombre { get; set; }
    public required Alcance Alcance { get; set; }
    public required NivelDeIdentidad Nivel { get; set; }
    public required CifrasDePerfil Cifras { get; set; }

    /// <summary>Works only with a second factor and has the shorter idle limit.</summary>
    public required bool Privilegiado { get; set; }

    /// <summary>Set while nobody is given it any more; who holds it keeps it.</summary>
    public DateTime? RetiradoEn { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}

/// <summary>A profile may do something.</summary>
public sealed class PermisoDePerfil
{
    [DatoPublico] public required string Perfil { get; init; }
    public required Permiso Permiso { get; init; }
}

internal sealed class MapaDePerfil : IEntityTypeConfiguration<Perfil>
{
    public void Configure(EntityTypeBuilder<Perfil> builder)
    {
        builder.ToTable("perfil");
        builder.HasKey(p => p.Clave);
        builder.Property(p => p.Clave).HasMaxLength(40);
        builder.Property(p => p.Nombre).HasMaxLength(GuardarPerfilHandler.LargoDeNombre);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class MapaDePermisoDePerfil : IEntityTypeConfiguration<PermisoDePerfil>
{
    public void Configure(EntityTypeBuilder<PermisoDePerfil> builder)
    {
        builder.ToTable("permiso_de_perfil");
        builder.HasKey(p => new { p.Perfil, p.Permiso });
        builder.Property(p => p.Perfil).HasMaxLength(40);
        builder.HasOne<Perfil>().WithMany().HasForeignKey(p => p.Perfil).OnDelete(DeleteBehavior.Restrict);
    }
}
