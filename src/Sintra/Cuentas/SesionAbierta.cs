using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

public enum EtapaDeSesion
{
    /// <summary>Password given, code still to come: five minutes, no permission.</summary>
    PorVerificar,

    Abierta,

    /// <summary>Locked by its owner: no permission until password or code.</summary>
    EnPausa,
}

/// <summary>A session lives here and not in the browser, which holds an opaque id: it ends the moment this row says so.</summary>
public sealed class SesionAbierta
{
    public static readonly TimeSpan VigenciaPorVerificar = TimeSpan.FromMinutes(5);

    /// <summary>However busy, a session ends (NIST SP 800-63B, 12 h).</summary>
    public static readonly TimeSpan VigenciaAbsoluta = TimeSpan.FromHours(12);

    public static readonly TimeSpan InactividadPrivilegiada = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan InactividadOrdinaria = TimeSpan.FromMinutes(30);

    /// <summary>Wrong codes after which the password is asked again.</summary>
    public const int CodigosFallidos = 5;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the cookie's value.</summary>
    public required byte[] Hash { get; set; }

    public required CuentaId Cuenta { get; init; }

    /// <summary>The account's stamp when it was opened: a change of credentials ends the session whoever forgets to say so.</summary>
    [DatoPersonal] public required string SecurityStamp { get; set; }

    public required EtapaDeSesion Etapa { get; set; }
    public required DateTime Creada { get; init; }

    /// <summary>Last request, to the minute.</summary>
    public required DateTime Ultima { get; set; }

    /// <summary>Absolute limit; no use moves it.</summary>
    public required DateTime Expira { get; set; }

    public DateTime? Revocada { get; set; }

    /// <summary>When all that the account has to prove itself was last proved: on opening, and each time it is asked for again.</summary>
    public DateTime? Verificada { get; set; }

    /// <summary>A passkey proved it, on opening or later.</summary>
    public bool ConLlave { get; set; }

    /// <summary>Wrong codes tried on a session still to be verified.</summary>
    public int Fallas { get; set; }

    /// <summary>What the browser says it is, so that people recognise their own sessions.</summary>
    [DatoPersonal] public required string Agente { get; init; }

    /// <summary>Local path to which a paused session goes back; ids in it are opaque.</summary>
    [DatoPublico] public string? Regreso { get; set; }

    /// <summary>Key of the profile whose screens this session looks at, with nobody's data; null: it works as itself.</summary>
    [DatoPublico] public string? VerComo { get; set; }

    internal const int LargoDeAgente = 200;
    internal const int LargoDeRegreso = 300;

    /// <summary>Opens a session for an account; whoever calls saves it, with its fact.</summary>
    public static (SesionAbierta Sesion, SecretoOpaco Secreto) Para(Cuenta cuenta, EtapaDeSesion etapa, string agente, DateTime ahora)
    {
        var secreto = SecretoOpaco.Nuevo();
        var limpio = new string([.. agente.Where(letra => !char.IsControl(letra)).Take(LargoDeAgente)]);
        return (new()
        {
            Hash = secreto.Hash,
            Cuenta = cuenta.Id,
            SecurityStamp = cuenta.SecurityStamp,
            Etapa = etapa,
            Creada = ahora,
            Ultima = ahora,
            Verificada = etapa == EtapaDeSesion.Abierta ? ahora : null,
            Expira = ahora + (etapa == EtapaDeSesion.PorVerificar ? VigenciaPorVerificar : VigenciaAbsoluta),
            Agente = limpio,
        }, secreto);
    }

    /// <summary>Its owner has just proved who they are: it goes on under a new id (ASVS 7.2.4), and whoever held the old one is out.</summary>
    /// <returns>The cookie's new value.</returns>
    public SecretoOpaco Reverificar(bool conLlave, DateTime ahora)
    {
        var secreto = SecretoOpaco.Nuevo();
        (Hash, Verificada, ConLlave) = (secreto.Hash, ahora, ConLlave || conLlave);
        return secreto;
    }

    public static TimeSpan Inactividad(bool privilegiada) => privilegiada ? InactividadPrivilegiada : InactividadOrdinaria;
}

internal sealed class MapaDeSesionAbierta : IEntityTypeConfiguration<SesionAbierta>
{
    public void Configure(EntityTypeBuilder<SesionAbierta> builder)
    {
        builder.ToTable("sesion_abierta");
        builder.Property(s => s.Hash).HasMaxLength(32);
        builder.Property(s => s.SecurityStamp).HasMaxLength(64);
        builder.Property(s => s.Agente).HasMaxLength(SesionAbierta.LargoDeAgente);
        builder.Property(s => s.Regreso).HasMaxLength(SesionAbierta.LargoDeRegreso);
        builder.Property(s => s.VerComo).HasMaxLength(40);
        builder.HasIndex(s => s.Hash).IsUnique();
        builder.HasIndex(s => s.Cuenta);
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(s => s.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
