using System.Text.Json;

namespace Sintra.Expedientes.Anexos;

/// <summary>What names a document, sealed.</summary>
/// <param name="Nombre">As it came, without its folder.</param>
public sealed record NombreDeAdjunto(string Nombre, string? Descripcion);

/// <summary>Where the seals of a document stand: each piece is bound to its document, its number, how many there are and whether it is the last.</summary>
internal static class SelloDeAdjunto
{
    /// <summary>Bytes of every piece but the last.</summary>
    public const int LargoDeTrozo = 256 * 1024;

    public static int Trozos(long bytes) => (int)((bytes + LargoDeTrozo - 1) / LargoDeTrozo);

    public static byte[] Sellar(LlaveAbierta llave, Guid adjunto, NombreDeAdjunto nombre)
    {
        var claro = JsonSerializer.SerializeToUtf8Bytes(nombre);
        var sellado = llave.Sellar(DelNombre(adjunto), claro);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(claro);
        return sellado;
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not this key, not this place, or not what was written.</exception>
    public static NombreDeAdjunto Abrir(LlaveAbierta llave, Adjunto adjunto) =>
        JsonSerializer.Deserialize<NombreDeAdjunto>(llave.Abrir(DelNombre(adjunto.Id), adjunto.Selladas))!;

    public static byte[] Sellar(LlaveAbierta llave, Guid adjunto, int numero, int total, ReadOnlySpan<byte> claro) => llave.Sellar(DelTrozo(adjunto, numero, total), claro);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not this key, not this place among the others, or not what was written.</exception>
    public static byte[] Abrir(LlaveAbierta llave, Adjunto adjunto, int numero, ReadOnlySpan<byte> sellado) => llave.Abrir(DelTrozo(adjunto.Id, numero, adjunto.Trozos), sellado);

    private static Sitio DelNombre(Guid adjunto) => new("adjunto", "selladas", adjunto.ToString("n"));

    private static Sitio DelTrozo(Guid adjunto, int numero, int total) =>
        new("trozo_de_adjunto", "sellado", FormattableString.Invariant($"{adjunto:n} {numero} de {total}{(numero == total - 1 ? " ultimo" : "")}"));
}
