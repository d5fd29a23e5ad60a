using Microsoft.AspNetCore.Mvc;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Web.Documentos;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>The annexes of a convenio: its signed sheets, and what goes with them.</summary>
[Requiere(Permiso.InstitucionAdministrar), RequiereVerificacionReciente, RecibeArchivo(ListarAdjuntosHandler.Archivo)]
public sealed class AnexosModel(
    ConsultarInstitucionHandler consultar,
    ListarAdjuntosHandler listar,
    AgregarAdjuntoHandler agregar,
    RetirarAdjuntoHandler retirar,
    DiccionarioVigente diccionario,
    Sesion sesion) : PaginaDeDocumentos(listar, agregar, retirar, diccionario, sesion)
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    [FromRoute]
    public Guid Convenio { get; set; }

    public Convenio Leido { get; private set; } = null!;

    public override string Ruta => $"/instituciones/{Sigla}/convenios/{Convenio}/anexos";

    protected override DuenoDeAdjunto Clase => DuenoDeAdjunto.Convenio;

    protected override Guid Dueno => Convenio;

    protected override async Task<DuenoMostrado?> AbrirAsync(CancellationToken ct)
    {
        if ((await consultar.EjecutarAsync(Sigla, ct))?.Convenios.SingleOrDefault(c => c.Convenio.Id == Convenio) is not { } leido)
        {
            return null;
        }

        Leido = leido.Convenio;
        return new(null);
    }
}
