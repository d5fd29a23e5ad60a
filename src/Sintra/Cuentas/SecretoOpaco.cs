using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sintra.Cuentas;

/// <summary>A secret of 256 random bits that says nothing by itself: session cookies and links. The database keeps its hash only.</summary>
/// <param name="Texto">43 characters of base64url, for the cookie or the link.</param>
/// <param name="Hash">SHA-256 of the text.</param>
public sealed record SecretoOpaco(string Texto, byte[] Hash)
{
    private const int Largo = 43;

    public static SecretoOpaco Nuevo()
    {
        var texto = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new(texto, Derivar(texto));
    }

    /// <summary>The hash to look up, or null when the text cannot be one of ours.</summary>
    public static byte[]? HashDe(string? texto) => texto is { Length: Largo } ? Derivar(texto) : null;

    // Never let a record print it.
    public override string ToString() => nameof(SecretoOpaco);

    private static byte[] Derivar(string texto) => SHA256.HashData(Encoding.UTF8.GetBytes(texto));
}
