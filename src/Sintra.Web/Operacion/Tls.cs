using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sintra.Web.Operacion;

/// <summary>The installation's own certificate: <c>Tls:Certificado</c> + <c>Tls:Clave</c> (PEM, chain included), or a PFX with <c>Tls:Contrasena</c>.</summary>
internal static class Tls
{
    /// <exception cref="ConfiguracionException">The files are missing or do not belong together.</exception>
    public static void Configurar(KestrelServerOptions opciones, IConfiguration configuracion)
    {
        if (configuracion["Tls:Certificado"] is not { Length: > 0 } ruta)
        {
            return;
        }

        var (certificado, cadena) = Cargar(ruta, configuracion["Tls:Clave"], configuracion["Tls:Contrasena"]);
        opciones.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = certificado;
            https.ServerCertificateChain = cadena;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        });
    }

    private static (X509Certificate2 Certificado, X509Certificate2Collection Cadena) Cargar(string ruta, string? clave, string? contrasena)
    {
        var cadena = new X509Certificate2Collection();
        try
        {
            if (Path.GetExtension(ruta) is ".pfx" or ".p12")
            {
                cadena = X509CertificateLoader.LoadPkcs12CollectionFromFile(ruta, contrasena);
                return (cadena.First(c => c.HasPrivateKey), cadena);
            }

            if (clave is not { Length: > 0 })
            {
                throw new ConfiguracionException("Falta Tls__Clave: el archivo PEM con la clave privada del certificado.");
            }

            cadena.ImportFromPemFile(ruta);
            return (X509Certificate2.CreateFromPemFile(ruta, clave), cadena);
        }
        catch (Exception causa) when (causa is CryptographicException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new ConfiguracionException("No se pudo leer el certificado: revise que los archivos de Tls__Certificado y Tls__Clave existan, se puedan leer y sean pareja.", causa);
        }
    }
}
