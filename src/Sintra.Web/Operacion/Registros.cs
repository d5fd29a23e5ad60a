using Microsoft.Extensions.Logging.Console;

namespace Sintra.Web.Operacion;

/// <summary>What the process says on its console: JSON for a collector, readable for a person; never a query string, a form or a person's datum.</summary>
internal static class Registros
{
    public static void Configurar(ILoggingBuilder registro, IHostEnvironment entorno, bool esOrden)
    {
        registro.ClearProviders();
        registro.SetMinimumLevel(esOrden ? LogLevel.Warning : LogLevel.Information);

        // The framework writes whole addresses at Information, what was typed in a search among them; ours writes the route's pattern.
        registro.AddFilter("Microsoft", LogLevel.Warning);
        registro.AddFilter("System", LogLevel.Warning);
        registro.AddFilter("Microsoft.Hosting.Lifetime", esOrden ? LogLevel.Warning : LogLevel.Information);
        registro.AddFilter("Microsoft.EntityFrameworkCore.Database", LogLevel.None); // the exception tells, without the statement

        // A verb's standard output is its answer, so its log goes beside.
        registro.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = esOrden ? LogLevel.Trace : LogLevel.None);
        if (entorno.IsDevelopment() || !Console.IsOutputRedirected || esOrden)
        {
            registro.AddSimpleConsole(o =>
            {
                o.SingleLine = true;
                o.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            registro.AddJsonConsole(o =>
            {
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
    }
}

/// <summary>One line a request: method, pattern of the route (never the address), status, milliseconds.</summary>
internal sealed class RegistroDePeticiones(RequestDelegate siguiente, ILogger<RegistroDePeticiones> registro, TimeProvider reloj)
{
    public async Task InvokeAsync(HttpContext contexto)
    {
        var inicio = reloj.GetTimestamp();
        var estado = StatusCodes.Status500InternalServerError;
        try
        {
            await siguiente(contexto);
            estado = contexto.Response.StatusCode;
        }
        finally
        {
            var nivel = contexto.Request.Path.StartsWithSegments(Salud.Raiz) ? LogLevel.Debug : LogLevel.Information;
            var ruta = (contexto.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(sin ruta)";
            registro.Log(nivel, "{Metodo} {Ruta} {Estado} {Milisegundos:0} ms", Metodo(contexto.Request.Method), ruta, estado, reloj.GetElapsedTime(inicio).TotalMilliseconds);
        }
    }

    // A method is any token the other end likes to send.
    private static string Metodo(string metodo) => metodo is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? metodo : "?";
}
