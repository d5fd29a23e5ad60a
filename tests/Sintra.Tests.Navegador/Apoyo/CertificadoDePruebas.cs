using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>A key made for this run; the browser is told to trust it and no other, so pages have no certificate error.</summary>
internal static class CertificadoDePruebas
{
    private static readonly ECDsa Llave = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static X509Certificate2 Certificado { get; } = Hacer();

    /// <summary>SHA-256 of the public key, Base64, as Chromium wants it.</summary>
    public static string Huella { get; } = Convert.ToBase64String(SHA256.HashData(Llave.ExportSubjectPublicKeyInfo()));

    private static X509Certificate2 Hacer()
    {
        var peticion = new CertificateRequest("CN=localhost", Llave, HashAlgorithmName.SHA256);
        var nombres = new SubjectAlternativeNameBuilder();
        nombres.AddDnsName("localhost");
        peticion.CertificateExtensions.Add(nombres.Build());
        var ahora = TimeProvider.System.GetUtcNow();
        return peticion.CreateSelfSigned(ahora.AddDays(-1), ahora.AddDays(7));
    }
}
