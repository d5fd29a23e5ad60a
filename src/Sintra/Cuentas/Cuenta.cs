using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

public enum EstadoDeCuenta
{
    /// <summary>Has a link and no password yet.</summary>
    Invitada,

    Activa,

    /// <summary>May not enter; its sessions are closed.</summary>
    Suspendida,
}

/// <summary>A person who may enter, for one institution and with one profile.</summary>
public sealed class Cuenta
{
    public const int LargoDeCorreo = 254;
    public const int LargoDeNombre = 200;

    public CuentaId Id { get; private init; } = CuentaId.Nueva();

    /// <summary>Mail address, what one signs in with, as it was typed.</summary>
    [DatoPersonal] public required string Correo { get; set; }

    /// <summary>The same in the form that is compared (NFC, upper case).</summary>
    [DatoPersonal] public string CorreoNormalizado { get; set; } = "";

    /// <summary>Empty until the invitation is accepted.</summary>
    [DatoPersonal] public string Nombre { get; set; } = "";

    [DatoPublico] public required string Institucion { get; init; }
    [DatoPublico] public required string Perfil { get; set; }
    public EstadoDeCuenta Estado { get; set; } = EstadoDeCuenta.Invitada;

    /// <summary>PBKDF2 in the format of ASP.NET Core Identity; null until the invitation is accepted.</summary>
    [DatoPersonal] public string? PasswordHash { get; set; }

    /// <summary>Changes with every credential; a session opened under another stamp is dead.</summary>
    [DatoPersonal] public string SecurityStamp { get; set; } = "";

    /// <summary>Secret of the authenticator (base32 of 160 bits), sealed with the account's data key.</summary>
    public byte[]? Autenticador { get; set; }

    public bool SegundoFactor { get; set; }

    /// <summary>The last 30-second step whose code was accepted; it and those before it never serve again (RFC 6238, 5.2).</summary>
    public long? UltimoPaso { get; set; }

    /// <summary>Newest version of the dictionary of which it was told and said so; 0 before the first.</summary>
    public int DiccionarioVisto { get; set; }

    public required DateTime CreadaEn { get; init; }

    /// <summary>When its institution last said that this person still needs it; null until the first time, and then it counts from its making.</summary>
    public DateTime? ConfirmadaEn { get; set; }

    public CuentaId? ConfirmadaPor { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}

public static class ConsultasDeCuentas
{
    extension(SintraDb db)
    {
        public DbSet<Institucion> Instituciones => db.Set<Institucion>();
        public DbSet<Perfil> Perfiles => db.Set<Perfil>();
        public DbSet<PermisoDePerfil> PermisosDePerfil => db.Set<PermisoDePerfil>();
        public DbSet<Cuenta> Cuentas => db.Set<Cuenta>();
        public DbSet<CodigoDeRecuperacion> CodigosDeRecuperacion => db.Set<CodigoDeRecuperacion>();
        public DbSet<Invitacion> Invitaciones => db.Set<Invitacion>();
        public DbSet<SesionAbierta> SesionesAbiertas => db.Set<SesionAbierta>();
        public DbSet<FrenoDeAcceso> FrenosDeAcceso => db.Set<FrenoDeAcceso>();
        public DbSet<LlaveDelMarco> LlavesDelMarco => db.Set<LlaveDelMarco>();
    }

    extension(IQueryable<Cuenta> cuentas)
    {
        /// <summary>Which accounts somebody may see or manage: all of them with a national reach, those of the own institution otherwise.</summary>
        public IQueryable<Cuenta> AlAlcanceDe(Sesion sesion) => sesion.Alcance == Alcance.Nacional
            ? cuentas
            : cuentas.Where(c => c.Institucion == sesion.Institucion);
    }
}

internal sealed class MapaDeCuenta : IEntityTypeConfiguration<Cuenta>
{
    public void Configure(EntityTypeBuilder<Cuenta> builder)
    {
        builder.ToTable("cuenta");
        builder.Property(c => c.Correo).HasMaxLength(Cuenta.LargoDeCorreo);
        builder.Property(c => c.CorreoNormalizado).HasMaxLength(Cuenta.LargoDeCorreo);
        builder.Property(c => c.Nombre).HasMaxLength(Cuenta.LargoDeNombre);
        builder.Property(c => c.Institucion).HasMaxLength(40);
        builder.Property(c => c.Perfil).HasMaxLength(40);
        builder.Property(c => c.PasswordHash).HasMaxLength(200);
        builder.Property(c => c.SecurityStamp).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.CorreoNormalizado).IsUnique();
        builder.HasIndex(c => c.Institucion);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(c => c.Institucion).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Perfil>().WithMany().HasForeignKey(c => c.Perfil).OnDelete(DeleteBehavior.Restrict);
    }
}
