using Microsoft.AspNetCore.Mvc;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Web.Documentos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The documents of a file.</summary>
[Requiere(Permiso.AdjuntoLeer), RecibeArchivo(ListarAdjuntosHandler.Archivo)]
public sealed class DocumentosModel(
    ConsultarExpedienteHandler consultar,
    ListarAdjuntosHandler listar,
    AgregarAdjuntoHandler agregar,
    RetirarAdjuntoHandler retirar,
    DiccionarioVigente diccionario,
    Sesion sesion) : PaginaDeDocumentos(listar, agregar, retirar, diccionario, sesion)
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public string? Folio { get; private set; }

    public override string Ruta => $"/expedientes/{Expediente}/documentos";

    protected override DuenoDeAdjunto Clase => DuenoDeAdjunto.Expediente;

    protected override Guid Dueno => Expediente.Valor;

    protected override async Task<DuenoMostrado?> AbrirAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "documentos", ct) is not { } leido)
        {
            return null;
        }

        Folio = leido.Expediente.Folio;
        return new(leido.Vista);
    }
}
