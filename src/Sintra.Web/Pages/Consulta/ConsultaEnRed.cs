using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Sintra.Consulta;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Consulta;

/// <summary>What a search answers besides its page: the count, which rows do not wait for, and the export.</summary>
internal static class ConsultaEnRed
{
    public static void MapConsulta(this IEndpointRouteBuilder app)
    {
        app.MapGet("/consulta/conteo", ContarAsync).WithMetadata(new RequiereAttribute(Permiso.ConsultaBuscar, Permiso.ConsultaPorIdentidad));
        app.MapGet("/consulta/exportar", ExportarAsync).WithMetadata(new RequiereAttribute(Permiso.ConsultaExportar));
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> ContarAsync(
        HttpRequest peticion, LectorDeCriterios lector, ContarExpedientesHandler contar, IStringLocalizer<TextosDeConsulta> textos, Sesion sesion, CancellationToken ct)
    {
        if (Leer(peticion, lector) is not { } criterios || !sesion.Puede(criterios.Identidad is null ? Permiso.ConsultaBuscar : Permiso.ConsultaPorIdentidad))
        {
            return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        return await contar.EjecutarAsync(criterios, ct) is { } total
            ? TypedResults.Text(IndexModel.EnPalabras(textos, total))
            : TypedResults.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<ExportacionCsv, StatusCodeHttpResult>> ExportarAsync(
        HttpContext contexto, LectorDeCriterios lector, ExportarExpedientesHandler exportar, ColumnasDeConsulta columnas, IStringLocalizer<TextosDeConsulta> textos, TimeProvider reloj, CancellationToken ct)
    {
        if (Leer(contexto.Request, lector) is not { Identidad: null } criterios)
        {
            return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        var elegidas = columnas.Elegidas(contexto);
        var renglones = await exportar.EjecutarAsync(criterios, [.. elegidas.Select(c => c.Clave)], ExportacionCsv.Formato, ct);
        return new ExportacionCsv(renglones, elegidas, textos["Folio"], $"{textos["Exportar.Archivo"].Value}-{reloj.Hoy:yyyyMMdd}.csv");
    }

    private static CriteriosDeBusqueda? Leer(HttpRequest peticion, LectorDeCriterios lector) =>
        lector.Leer(peticion.Query.Select(c => KeyValuePair.Create(c.Key, c.Value.ToString()))) is { EsExito: true, Valor: var criterios } ? criterios : null;
}
