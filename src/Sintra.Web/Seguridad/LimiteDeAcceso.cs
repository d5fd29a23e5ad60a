using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Sintra.Web.Seguridad;

/// <summary>
/// How often one address may try to enter, whatever accounts it names (each account has a delay of its own besides).
/// Setting <c>Acceso:IntentosPorMinuto</c>; an office behind one address shares it.
/// </summary>
internal static class LimiteDeAcceso
{
    public const string Politica = "acceso";
    private const int PorOmision = 30;

    public static void Configurar(RateLimiterOptions opciones, IConfiguration configuracion)
    {
        var intentos = configuracion.GetValue("Acceso:IntentosPorMinuto", PorOmision);
        opciones.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        opciones.OnRejected = (rechazo, _) =>
        {
            rechazo.HttpContext.Response.Headers.RetryAfter = TimeSpan.FromMinutes(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        opciones.AddPolicy(Politica, contexto => HttpMethods.IsPost(contexto.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(Origen(contexto.Connection.RemoteIpAddress), _ => new()
            {
                PermitLimit = intentos,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            })
            : RateLimitPartition.GetNoLimiter("GET")); // looking costs nothing; a key that no address has, for each key keeps its first limiter
    }

    // Whoever has an IPv6 address has the 2^64 of its network.
    private static string Origen(IPAddress? direccion) => direccion switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => direccion.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(direccion.GetAddressBytes().AsSpan(0, 8)),
        _ => direccion.ToString(),
    };
}
