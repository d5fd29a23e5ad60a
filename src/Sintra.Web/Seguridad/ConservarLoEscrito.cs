using Microsoft.AspNetCore.Antiforgery;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages;

namespace Sintra.Web.Seguridad;

/// <summary>
/// A form that arrives when its session is paused or has run out is not taken in, and what it says is not lost: it is kept as a draft of whose the
/// session was, and the door leads back to it. Without JavaScript that is the only moment at which anything typed can be kept.
/// </summary>
internal static class ConservarLoEscrito
{
    public static async Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        if (contexto.RequestServices.GetRequiredService<SesionActual>().Vigente is null && EsFormulario(contexto))
        {
            await GuardarAsync(contexto, await contexto.RequestServices.GetRequiredService<LoEscritoSinSesion>().DeQuienAsync(contexto, contexto.RequestAborted));
        }

        await siguiente(contexto);
    }

    /// <summary>Keeps what a form of ours brings, for the account given; of anything else nothing.</summary>
    public static async Task GuardarAsync(HttpContext contexto, SesionVigente? quien)
    {
        if (quien is null || !EsFormulario(contexto) || !await EsDeLaCasaAsync(contexto, quien))
        {
            return;
        }

        // In a scope of its own: to this request its session stays nobody's.
        await using var alcance = contexto.RequestServices.CreateAsyncScope();
        alcance.ServiceProvider.GetRequiredService<SesionActual>().Es(quien.Sesion);
        await alcance.ServiceProvider.GetRequiredService<LoEscritoSinSesion>().GuardarAsync(contexto, contexto.RequestAborted);
    }

    private static bool EsFormulario(HttpContext contexto) =>
        HttpMethods.IsPost(contexto.Request.Method) && contexto.Request.HasFormContentType
        && contexto.RequestServices.GetRequiredService<RutasConBorrador>().Reconocer(contexto.Request.Path.Value) is not null;

    // As for any form that is taken in: from a page of ours, with the token that was made for that account.
    private static async Task<bool> EsDeLaCasaAsync(HttpContext contexto, SesionVigente quien)
    {
        var nadie = contexto.User;
        contexto.User = new(SesionDeServidorHandler.Identidad(quien));
        try
        {
            return contexto.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
                && await contexto.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(contexto);
        }
        catch (Exception causa) when (causa is InvalidDataException or IOException or BadHttpRequestException)
        {
            return false; // no form that can be read; whoever comes next says so
        }
        finally
        {
            contexto.User = nadie;
        }
    }
}

/// <summary>What this browser typed in a session that is paused or has run out.</summary>
public sealed class LoEscritoSinSesion(
    ReconocerSesionHandler reconocer, RutasConBorrador rutas, GuardarBorradorHandler guardar, LoTocado tocado, SintraDb db, TimeProvider reloj)
{
    internal Task<SesionVigente?> DeQuienAsync(HttpContext contexto, CancellationToken ct) => reconocer.DeQuienFueAsync(Galleta.Leer(contexto), ct);

    /// <summary>Keeps the form of a request as a draft of the session of this scope.</summary>
    internal async Task GuardarAsync(HttpContext contexto, CancellationToken ct)
    {
        var formulario = await contexto.Request.ReadFormAsync(ct);
        var (ruta, mostrado) = (rutas.Reconocer(contexto.Request.Path.Value)!, formulario["mostrado"].ToString());
        var campos = (await tocado.DeAsync(ruta, CamposEnviados.De(contexto.Request), FormularioMostrado.Leer(mostrado), ct)).ToDictionary();
        if (formulario["terminada"] is [{ } terminada, ..])
        {
            campos["terminada"] = [terminada];
        }

        await guardar.EjecutarAsync(new(ruta.Texto, Guid.TryParse(formulario["version"], out var version) ? version : null, new(campos, mostrado, null)), ct);
    }

    /// <summary>The hour of what is kept for the page to which this browser goes back; its account alone knows of which page.</summary>
    public async Task<string?> HoraAsync(HttpContext contexto, string? volver, CancellationToken ct)
    {
        if (await DeQuienAsync(contexto, ct) is not { } quien)
        {
            return null;
        }

        var (sesion, cuenta) = (quien.Id, quien.Sesion.Cuenta);
        var destino = string.IsNullOrEmpty(volver) ? await db.SesionesAbiertas.Where(s => s.Id == sesion).Select(s => s.Regreso).SingleOrDefaultAsync(ct) : volver;
        if (rutas.Reconocer(destino)?.Texto is not { } ruta
            || await db.Borradores.Where(b => b.Cuenta == cuenta && b.Ruta == ruta).Select(b => (DateTime?)b.EscritoEn).SingleOrDefaultAsync(ct) is not { } escrito)
        {
            return null;
        }

        return TimeZoneInfo.ConvertTimeFromUtc(escrito, reloj.LocalTimeZone).ToString("HH:mm", System.Globalization.CultureInfo.CurrentCulture);
    }
}
