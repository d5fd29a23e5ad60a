using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Bench.Apagon;

/// <summary>Clients of HTTP out of a factory, each with the handler that it is given: a registrar has cookies of its own.</summary>
internal static class Clientes
{
    public static HttpClient Con(HttpMessageHandler manejador) => new ServiceCollection()
        .AddHttpClient("", _ => { })
        .ConfigurePrimaryHttpMessageHandler(() => manejador)
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .Services.BuildServiceProvider()
        .GetRequiredService<IHttpClientFactory>()
        .CreateClient("");
}
