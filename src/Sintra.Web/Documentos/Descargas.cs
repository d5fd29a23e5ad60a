using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;

namespace Sintra.Web.Documentos;

/// <summary>Where documents are opened: beside the page that lists them.</summary>
internal static class Descargas
{
    public static void MapDescargas(this IEndpointRouteBuilder app)
    {
        app.MapGet("/expedientes/{expediente:guid}/documentos/{adjunto:guid}", (Guid expediente, Guid adjunto, AbrirAdjuntoHandler abrir, CancellationToken ct) =>
            EntregarAsync(DuenoDeAdjunto.Expediente, expediente, adjunto, abrir, ct)).WithMetadata(new RequiereAttribute(Permiso.AdjuntoLeer));
        app.MapGet("/hechos/{hecho:guid}/documentos/{adjunto:guid}", (Guid hecho, Guid adjunto, AbrirAdjuntoHandler abrir, CancellationToken ct) =>
            EntregarAsync(DuenoDeAdjunto.Hecho, hecho, adjunto, abrir, ct)).WithMetadata(new RequiereAttribute(Permiso.AdjuntoLeer));
        app.MapGet("/instituciones/{sigla}/convenios/{convenio:guid}/anexos/{adjunto:guid}", (Guid convenio, Guid adjunto, AbrirAdjuntoHandler abrir, CancellationToken ct) =>
            EntregarAsync(DuenoDeAdjunto.Convenio, convenio, adjunto, abrir, ct)).WithMetadata(new RequiereAttribute(Permiso.InstitucionAdministrar));
    }

    private static async Task<IResult> EntregarAsync(DuenoDeAdjunto clase, Guid dueno, Guid adjunto, AbrirAdjuntoHandler abrir, CancellationToken ct) =>
        await abrir.EjecutarAsync(clase, dueno, adjunto, ct) is { } porEntregar ? new EntregaDeArchivo(porEntregar) : TypedResults.NotFound();
}
