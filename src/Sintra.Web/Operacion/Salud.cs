using System.Data.Common;
using System.Security.Cryptography;

namespace Sintra.Web.Operacion;

/// <summary>For whoever keeps the system running: is the process alive, may it be given work.</summary>
internal static class Salud
{
    public static readonly PathString Raiz = "/salud";

    private static readonly TimeSpan Plazo = TimeSpan.FromSeconds(5);

    public static void MapSalud(this IEndpointRouteBuilder rutas)
    {
        var salud = rutas.MapGroup(Raiz.Value!).AllowAnonymous().DisableAntiforgery();
        salud.MapGet("/viva", () => Results.Json(new { estado = "ok" }));
        salud.MapGet("/lista", ListaAsync);
    }

    /// <summary>«ok» or «no» for each thing and nothing else: the reasons stand in the server's log.</summary>
    private static async Task<IResult> ListaAsync(HttpContext contexto, SintraDb db, Esquema esquema, Llavero llavero, ILoggerFactory registros, CancellationToken ct)
    {
        var registro = registros.CreateLogger("Sintra.Salud");
        using var plazo = CancellationTokenSource.CreateLinkedTokenSource(ct);
        plazo.CancelAfter(Plazo);

        var base_ = await ProbarAsync("base_de_datos", () => db.Database.CanConnectAsync(plazo.Token));
        var pruebas = new Dictionary<string, bool>
        {
            ["base_de_datos"] = base_,
            ["esquema"] = base_ && await ProbarAsync("esquema", async () => (await esquema.RevisarAsync(plazo.Token)).EsVigente),
            ["llaves"] = await ProbarAsync("llaves", () => Task.FromResult(AbreLoQueCierra(llavero))),
            ["bitacora"] = base_ && await ProbarAsync("bitacora", () => SeEscribeAsync(db, plazo.Token)),
        };

        var lista = pruebas.Values.All(p => p);
        contexto.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new Dictionary<string, string>(pruebas.Select(p => KeyValuePair.Create(p.Key, p.Value ? "ok" : "no")).Prepend(new("estado", lista ? "ok" : "no"))),
            statusCode: lista ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

        async Task<bool> ProbarAsync(string que, Func<Task<bool>> prueba)
        {
            try
            {
                return await prueba() || Avisar(null);
            }
            catch (Exception causa) when (causa is DbException or InvalidOperationException or OperationCanceledException or TimeoutException
                or CryptographicException or LlaveroInservibleException or IOException or UnauthorizedAccessException)
            {
                return Avisar(causa);
            }

            bool Avisar(Exception? causa)
            {
                registro.LogWarning("Not ready: {Que} ({Causa})", que, causa?.GetType().Name ?? "no");
                return false;
            }
        }
    }

    // The file too and not only the keys held: with the file wrong, whoever restarts the process finds it closed.
    private static bool AbreLoQueCierra(Llavero llavero)
    {
        llavero.Releer();
        var sellos = new Sellos(llavero);
        var llave = sellos.NuevaLlave(Guid.Empty, ClaseDeLlave.Ordinaria);
        var sitio = new Sitio("salud", "prueba", "0");
        return sellos.AbrirTexto(llave, sitio, sellos.Sellar(llave, sitio, "ok")) == "ok";
    }

    // Adds no line, yet fails where a line would: a full disk's read-only database, a standby, a missing privilege.
    private static async Task<bool> SeEscribeAsync(SintraDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into asiento select * from asiento where 1 = 0", ct);
        return true;
    }
}
