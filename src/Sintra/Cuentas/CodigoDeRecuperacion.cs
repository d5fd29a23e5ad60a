using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>A code that stands in once for the authenticator: 80 random bits, shown once, kept as a salted hash.</summary>
public sealed class CodigoDeRecuperacion
{
    /// <summary>Crockford's base32: no I, L, O, U to be misread.</summary>
    private const string Alfabeto = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // ASVS 6.5.2 wants a password hash below 112 bits. 80 random bits need no slow one; ten are made at once.
    private const int Vueltas = 20_000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required CuentaId Cuenta { get; init; }

    /// <summary>One salt for the set, so that trying a code costs one derivation and not ten.</summary>
    public required byte[] Sal { get; init; }

    public required byte[] Hash { get; init; }

    public DateTime? UsadoEn { get; set; }

    /// <summary>A new code as people read it: <c>7K3Q-ZD8M-02VX-9PJA</c>.</summary>
    public static string Nuevo()
    {
        var letras = RandomNumberGenerator.GetString(Alfabeto, 16);
        return string.Join('-', letras.Chunk(4).Select(grupo => new string(grupo)));
    }

    /// <summary>What was typed, without the hyphens, spaces and lookalikes people put in.</summary>
    public static string Normalizar(string codigo) => new([.. codigo.ToUpperInvariant()
        .Where(char.IsAsciiLetterOrDigit)
        .Select(letra => letra switch { 'O' => '0', 'I' or 'L' => '1', _ => letra })]);

    public static byte[] Derivar(string codigo, byte[] sal) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(Normalizar(codigo)), sal, Vueltas, HashAlgorithmName.SHA512, 32);
}

internal sealed class MapaDeCodigoDeRecuperacion : IEntityTypeConfiguration<CodigoDeRecuperacion>
{
    public void Configure(EntityTypeBuilder<CodigoDeRecuperacion> builder)
    {
        builder.ToTable("codigo_de_recuperacion");
        builder.Property(c => c.Sal).HasMaxLength(16);
        builder.Property(c => c.Hash).HasMaxLength(32);
        // Two requests with the same code: the second finds it used and is refused.
        builder.Property(c => c.UsadoEn).IsConcurrencyToken();
        builder.HasIndex(c => c.Cuenta);
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(c => c.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
