using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>
/// A passkey: the public half of a pair whose private half never leaves the person's device. It proves possession and, since the device
/// asks for fingerprint, face or PIN each time, the person too (WebAuthn level 3, user verification).
/// </summary>
public sealed class LlaveDeAcceso
{
    public const int LargoDeNombre = 60;

    // WebAuthn level 3, 5.8.4. What else a browser says is not kept.
    private static readonly string[] Conocidos = ["usb", "nfc", "ble", "smart-card", "hybrid", "internal", "cable"];


    /// <summary>As many as one account may have at a time.</summary>
    public const int Maximo = 10;

    internal const int LargoDeCredencial = 1023;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required CuentaId Cuenta { get; init; }

    /// <summary>What the device calls it; nobody else has one alike, and a revoked one does not come back.</summary>
    public required byte[] Credencial { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] LlavePublica { get; init; }

    /// <summary>How often the device says it has signed; 0 for devices that do not count. One that goes back has been copied.</summary>
    public required long Contador { get; set; }

    /// <summary>What its owner calls it.</summary>
    [DatoPersonal] public required string Nombre { get; set; }

    /// <summary>Ways to reach the device, as the browser names them, separated by commas.</summary>
    [DatoPublico] public required string Transportes { get; init; }

    /// <summary>Its maker may copy it to other devices of the same person.</summary>
    public required bool Respaldable { get; init; }

    public required bool Respaldada { get; set; }
    public required DateTime CreadaEn { get; init; }
    public DateTime? UltimoUso { get; set; }
    public DateTime? RevocadaEn { get; set; }

    internal static LlaveDeAcceso De(CuentaId cuenta, UserPasskeyInfo llave, DateTime ahora) => new()
    {
        Cuenta = cuenta,
        Credencial = llave.CredentialId,
        LlavePublica = llave.PublicKey,
        Contador = llave.SignCount,
        Nombre = llave.Name ?? "",
        Transportes = string.Join(',', (llave.Transports ?? []).Intersect(Conocidos)),
        Respaldable = llave.IsBackupEligible,
        Respaldada = llave.IsBackedUp,
        CreadaEn = ahora,
    };

    internal void SeUso(UserPasskeyInfo llave, DateTime ahora) => (Contador, Respaldada, UltimoUso) = (llave.SignCount, llave.IsBackedUp, ahora);

    /// <summary>As Identity knows it. What the device attested on being registered is not kept: with «none» it says nothing.</summary>
    internal UserPasskeyInfo ParaIdentity() => new(
        Credencial,
        LlavePublica,
        new DateTimeOffset(CreadaEn, TimeSpan.Zero),
        (uint)Contador,
        Transportes.Length > 0 ? Transportes.Split(',') : [],
        isUserVerified: true,
        Respaldable,
        Respaldada,
        attestationObject: [],
        clientDataJson: [])
    {
        Name = Nombre,
    };
}

public static class ConsultasDeLlavesDeAcceso
{
    extension(SintraDb db)
    {
        public DbSet<LlaveDeAcceso> LlavesDeAcceso => db.Set<LlaveDeAcceso>();
        public DbSet<RetoDeLlave> RetosDeLlave => db.Set<RetoDeLlave>();
    }

    extension(IQueryable<LlaveDeAcceso> llaves)
    {
        /// <summary>Those of an account that open it today.</summary>
        public IQueryable<LlaveDeAcceso> VigentesDe(CuentaId cuenta) => llaves.Where(l => l.Cuenta == cuenta && l.RevocadaEn == null);
    }
}

internal sealed class MapaDeLlaveDeAcceso : IEntityTypeConfiguration<LlaveDeAcceso>
{
    public void Configure(EntityTypeBuilder<LlaveDeAcceso> builder)
    {
        builder.ToTable("llave_de_acceso");
        builder.Property(l => l.Credencial).HasMaxLength(LlaveDeAcceso.LargoDeCredencial);
        builder.Property(l => l.LlavePublica).HasMaxLength(1024);
        builder.Property(l => l.Nombre).HasMaxLength(LlaveDeAcceso.LargoDeNombre);
        builder.Property(l => l.Transportes).HasMaxLength(100);
        // Two uses at once, or a use and a revocation: the second finds the row changed and is refused.
        builder.Property(l => l.Contador).IsConcurrencyToken();
        builder.Property(l => l.RevocadaEn).IsConcurrencyToken();
        builder.HasIndex(l => l.Credencial).IsUnique();
        builder.HasIndex(l => l.Cuenta);
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(l => l.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
