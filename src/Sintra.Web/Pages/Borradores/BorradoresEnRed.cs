using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;

namespace Sintra.Web.Pages.Borradores;

/// <summary>What the module of drafts sends.</summary>
/// <param name="Ruta">Address of the form.</param>
/// <param name="Version">As the form carries it.</param>
/// <param name="Campos">Only the fields that were touched, name → values.</param>
/// <param name="Mostrado">As the form carries it.</param>
/// <param name="Enfocado">Name of the field with the focus.</param>
public sealed record BorradorEnviado(string? Ruta, string? Version, Dictionary<string, List<string>>? Campos, string? Mostrado, string? Enfocado)
{
    // Never let a record print it.
    public override string ToString() => nameof(BorradorEnviado);
}

/// <summary>Where drafts are kept and given up. What is typed never stands in an address.</summary>
internal static class BorradoresEnRed
{
    /// <summary>The hour at which it was kept, as people read it.</summary>
    public const string Hora = "Sintra-Hora";

    // Names and values as JSON writes them: what does not fit in a draft is not read to the end.
    private const int MaximoDelEnvio = 2 * GuardarBorradorHandler.MaximoDeBytes;

    public static void MapBorradores(this IEndpointRouteBuilder app)
    {
        app.MapPost("/borradores", GuardarAsync)
            .WithMetadata(new RequiereAttribute(Permiso.ExpedienteEscribir, Permiso.ExpedienteRegistrar, Permiso.HechoRegistrar), new RequestSizeLimitAttribute(MaximoDelEnvio));
        app.MapPost("/borradores/descartar", DescartarAsync).WithMetadata(new RequiereCuentaAttribute());
    }

    private static async Task<Results<NoContent, NotFound, UnprocessableEntity>> GuardarAsync(
        HttpRequest peticion, GuardarBorradorHandler guardar, PalabrasDeExpediente palabras, HttpResponse respuesta, CancellationToken ct)
    {
        if (await LeerAsync(peticion, ct) is not { } enviado)
        {
            return TypedResults.UnprocessableEntity();
        }

        var campos = (enviado.Campos ?? []).ToDictionary(c => c.Key, IReadOnlyList<string> (c) => c.Value ?? []);
        var resultado = await guardar.EjecutarAsync(
            new(enviado.Ruta, Guid.TryParse(enviado.Version, out var version) ? version : null, new(campos, enviado.Mostrado, enviado.Enfocado)), ct);
        if (resultado.NoExiste)
        {
            return TypedResults.NotFound();
        }

        if (!resultado.EsExito)
        {
            return TypedResults.UnprocessableEntity();
        }

        respuesta.Headers[Hora] = palabras.Hora(resultado.Valor);
        return TypedResults.NoContent();
    }

    // Read here and not by the framework, which would speak of what was sent before asking who sends it.
    private static async Task<BorradorEnviado?> LeerAsync(HttpRequest peticion, CancellationToken ct)
    {
        try
        {
            return peticion.HasJsonContentType() ? await peticion.ReadFromJsonAsync<BorradorEnviado>(ct) : null;
        }
        catch (Exception causa) when (causa is JsonException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> DescartarAsync(HttpRequest peticion, DescartarBorradorHandler descartar, CancellationToken ct)
    {
        var ruta = peticion.HasFormContentType ? (await peticion.ReadFormAsync(ct))["ruta"].ToString() : null;
        var resultado = await descartar.EjecutarAsync(ruta, ct);
        return resultado.EsExito ? TypedResults.LocalRedirect(resultado.Valor!) : TypedResults.NotFound();
    }
}
