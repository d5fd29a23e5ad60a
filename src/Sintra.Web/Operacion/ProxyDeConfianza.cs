using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Sintra.Web.Operacion;

/// <summary>The proxies that may speak for somebody else: <c>Proxy:DeConfianza</c>, addresses or CIDR ranges, comma-separated or as a list.</summary>
internal static class ProxyDeConfianza
{
    /// <exception cref="ConfiguracionException">An entry is not an address, or trusts the whole world.</exception>
    public static IReadOnlyList<IPNetwork> Leer(IConfiguration configuracion)
    {
        // The framework's own switch trusts whoever sends the header.
        if (configuracion.GetValue<bool>("ForwardedHeaders_Enabled"))
        {
            throw new ConfiguracionException("ASPNETCORE_FORWARDEDHEADERS_ENABLED cree a cualquiera que diga ser el proxy. Quítela y ponga la dirección del suyo en Proxy__DeConfianza.");
        }

        var seccion = configuracion.GetSection("Proxy:DeConfianza");
        return [.. (seccion.Value?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? seccion.GetChildren().Select(c => c.Value ?? ""))
            .Select(Red)];
    }

    public static void Configurar(ForwardedHeadersOptions opciones, IReadOnlyList<IPNetwork> redes)
    {
        opciones.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        opciones.KnownProxies.Clear();
        opciones.KnownIPNetworks.Clear();
        opciones.ForwardLimit = null; // several in a row, as long as each is named
        foreach (var red in redes)
        {
            opciones.KnownIPNetworks.Add(red);
        }
    }

    private static IPNetwork Red(string texto)
    {
        if (!IPNetwork.TryParse(texto, out var red))
        {
            red = IPAddress.TryParse(texto, out var ip)
                ? new(ip, ip.GetAddressBytes().Length * 8)
                : throw new ConfiguracionException($"«{texto}» de Proxy__DeConfianza no es una dirección ni un intervalo CIDR. Escríbala así: 10.0.0.5 o 10.0.0.0/24");
        }

        return red.PrefixLength > 0
            ? red
            : throw new ConfiguracionException($"Proxy__DeConfianza no puede ser todo el mundo ({texto}): diga la dirección del proxy.");
    }
}
