using Microsoft.AspNetCore.Mvc;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Web.Documentos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>The documents of an event: of an operation, what the police and the prosecution wrote.</summary>
[Requiere(Permiso.AdjuntoLeer), RecibeArchivo(ListarAdjuntosHandler.Archivo)]
public sealed class DocumentosModel(
    ConsultarHechoHandler consultar,
    ListarAdjuntosHandler listar,
    AgregarAdjuntoHandler agregar,
    RetirarAdjuntoHandler retirar,
    DiccionarioVigente diccionario,
    Sesion sesion) : PaginaDeDocumentos(listar, agregar, retirar, diccionario, sesion)
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    public override string Ruta => $"/hechos/{Hecho}/documentos";

    protected override DuenoDeAdjunto Clase => DuenoDeAdjunto.Hecho;

    protected override Guid Dueno => Hecho.Valor;

    protected override async Task<DuenoMostrado?> AbrirAsync(CancellationToken ct) =>
        await consultar.EjecutarAsync(Hecho, ct) is { } leido ? new(leido.Vista) : null;
}
