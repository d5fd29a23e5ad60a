using System.Net;

namespace Sintra.Web.Operacion;

/// <summary>
/// Where the server may listen. Loopback is free; beyond it nothing travels in clear: either the endpoint speaks TLS with the
/// installation's own certificate, or a proxy named in <c>Proxy:DeConfianza</c> does and is the only one listened to.
/// </summary>
public static class Escucha
{
    public const string PorOmision = "http://localhost:5080";

    /// <summary>The addresses the server will bind, by its own order of precedence: endpoints, then urls, then ports.</summary>
    /// <returns>Address and whether a certificate of its own is configured for it; empty when nothing is configured.</returns>
    public static IReadOnlyList<(string Direccion, bool Certificado)> Direcciones(IConfiguration configuracion)
    {
        var propio = configuracion["Tls:Certificado"] is { Length: > 0 } || TieneCertificado(configuracion.GetSection("Kestrel:Certificates:Default"));
        var urls = Partes(configuracion[WebHostDefaults.ServerUrlsKey]).Select(u => (u, propio)).ToList();
        var extremos = configuracion.GetSection("Kestrel:Endpoints").GetChildren()
            .Where(e => e["Url"] is { Length: > 0 })
            .Select(e => (e["Url"]!, propio || TieneCertificado(e.GetSection("Certificate"))))
            .ToList();

        if (extremos.Count > 0 && !(urls.Count > 0 && configuracion.GetValue<bool>(WebHostDefaults.PreferHostingUrlsKey)))
        {
            return extremos;
        }

        return urls.Count > 0
            ? urls
            : [
                .. Partes(configuracion[WebHostDefaults.HttpPortsKey]).Select(p => ($"http://*:{p}", propio)),
                .. Partes(configuracion[WebHostDefaults.HttpsPortsKey]).Select(p => ($"https://*:{p}", propio)),
            ];
    }

    /// <exception cref="ConfiguracionException">An address beyond loopback is neither under TLS nor behind a named proxy; says what to set.</exception>
    public static void Exigir(IEnumerable<(string Direccion, bool Certificado)> direcciones, bool hayProxy)
    {
        foreach (var (direccion, certificado) in direcciones)
        {
            var enClaro = Analizar(direccion).Scheme != Uri.UriSchemeHttps;
            if (EsLocal(direccion) || (enClaro ? hayProxy : certificado))
            {
                continue;
            }

            throw new ConfiguracionException(enClaro
                ? $"SINTRA no atiende sin cifrar fuera de este equipo ({direccion}). Ponga Urls en https:// con Tls__Certificado y Tls__Clave (archivos PEM, o un .pfx); o, si un proxy cifra por usted, diga su dirección en Proxy__DeConfianza."
                : $"Falta el certificado para {direccion}. Ponga en Tls__Certificado y Tls__Clave sus archivos PEM (o un .pfx con Tls__Contrasena).");
        }
    }

    /// <summary>Where people reach it is said: the server cannot know what name leads to its own address, nor which one a proxy answers to.</summary>
    /// <exception cref="ConfiguracionException">Others than this machine are served, and links and cookies would be made for this machine.</exception>
    public static void ExigirDireccionPublica(IEnumerable<string> direcciones, bool hayProxy, IConfiguration configuracion)
    {
        if ((hayProxy || !direcciones.All(EsLocal)) && Publica(configuracion)?.Scheme != Uri.UriSchemeHttps)
        {
            throw new ConfiguracionException(
                "SINTRA atiende a otros equipos y no sabe con qué dirección llegan: los enlaces de sus mensajes no servirían. Póngala en DireccionPublica, por ejemplo https://sintra.example.gob.mx");
        }
    }

    /// <summary>The address people use, as configuration says it; null when it does not.</summary>
    /// <exception cref="ConfiguracionException">What it says is no address.</exception>
    public static Uri? Publica(IConfiguration configuracion)
    {
        if (configuracion["DireccionPublica"] is not { Length: > 0 } texto)
        {
            return null;
        }

        return Uri.TryCreate(texto, UriKind.Absolute, out var direccion) && (direccion.Scheme == Uri.UriSchemeHttps || direccion.Scheme == Uri.UriSchemeHttp)
            ? direccion
            : throw new ConfiguracionException("DireccionPublica no se entiende. Escriba la dirección con que las personas llegan a SINTRA, por ejemplo https://sintra.example.gob.mx");
    }

    /// <summary>Only this machine can reach it: localhost, a loopback number, a socket of the file system.</summary>
    public static bool EsLocal(string direccion)
    {
        var analizada = Analizar(direccion);
        return analizada.IsUnixPipe || analizada.IsNamedPipe
            || analizada.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(analizada.Host, out var ip) && IPAddress.IsLoopback(ip)); // any other name binds every interface
    }

    /// <summary>The address with which a browser on this machine reaches what listens there.</summary>
    public static Uri DesdeEsteEquipo(string direccion)
    {
        var analizada = Analizar(direccion);
        return analizada.IsUnixPipe || analizada.IsNamedPipe ? new(PorOmision) : new UriBuilder(analizada.Scheme, "localhost", analizada.Port).Uri;
    }

    private static BindingAddress Analizar(string direccion)
    {
        try
        {
            return BindingAddress.Parse(direccion);
        }
        catch (FormatException causa)
        {
            throw new ConfiguracionException($"La dirección «{direccion}» de Urls no se entiende. Escríbala así: {PorOmision}", causa);
        }
    }

    private static bool TieneCertificado(IConfigurationSection seccion) => seccion["Path"] is { Length: > 0 } || seccion["Subject"] is { Length: > 0 };

    private static string[] Partes(string? lista) => (lista ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
