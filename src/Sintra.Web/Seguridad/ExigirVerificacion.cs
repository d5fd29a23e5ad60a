using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>
/// The page opens only to who has proved themselves in the last five minutes (step-up), and takes what is sent within ten more.
/// For what changes credentials, and for whatever else a stolen session must not do.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiereVerificacionRecienteAttribute : Attribute;

/// <summary>Leads to the page that asks for the proof, and back.</summary>
internal static class ExigirVerificacion
{
    public const string Pagina = "/cuenta/verificar";

    public static async Task PasarAsync(HttpContext contexto, RequestDelegate siguiente)
    {
        if (contexto.GetEndpoint()?.Metadata.GetMetadata<RequiereVerificacionRecienteAttribute>() is null)
        {
            await siguiente(contexto);
            return;
        }

        var vigente = contexto.RequestServices.GetRequiredService<SesionActual>().Vigente;
        var ahora = contexto.RequestServices.GetRequiredService<TimeProvider>().Ahora;
        var ventana = HttpMethods.IsGet(contexto.Request.Method) ? VerificarDeNuevoHandler.Ventana : VerificarDeNuevoHandler.VentanaDelEnvio;
        if (vigente?.Verificada + ventana > ahora)
        {
            await siguiente(contexto);
            return;
        }

        // Where the form has drafts, what was typed is there when the proof has been given.
        await ConservarLoEscrito.GuardarAsync(contexto, vigente);
        contexto.Response.Redirect(Pagina + QueryString.Create(Regreso.Parametro, contexto.Request.PathBase + contexto.Request.Path));
    }
}
