using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Web.Pages;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Documentos;

/// <summary>What documents belong to, once its reading has been left.</summary>
/// <param name="Vista">What the reader has open; null where names tell of no person.</param>
public sealed record DuenoMostrado(Vista? Vista);

/// <summary>The documents of a file, of an event or of a convenio: the list, the form that adds one, and taking one out. The same three times.</summary>
public abstract class PaginaDeDocumentos(
    ListarAdjuntosHandler listar, AgregarAdjuntoHandler agregar, RetirarAdjuntoHandler retirar, DiccionarioVigente diccionario, Sesion sesion) : PageModel
{
    [BindProperty(Name = "Reservado")]
    public bool Reservado { get; set; }

    [BindProperty(Name = AgregarAdjuntoHandler.CampoDeRenglon)]
    public string? Renglon { get; set; }

    /// <summary>Address of the page, and beginning of that of each document.</summary>
    public abstract string Ruta { get; }

    public IReadOnlyList<AdjuntoEnLista> Adjuntos { get; private set; } = [];

    public IReadOnlyList<RenglonRespaldado> Renglones { get; private set; } = [];

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>Why nothing can be added now, in words; null when it can.</summary>
    public string? Impedimento { get; private set; }

    /// <summary>A document came and was not taken: the browser does not keep its choice.</summary>
    public bool ConArchivoRechazado { get; private set; }

    public bool PuedeEscribir => sesion.Puede(RetirarAdjuntoHandler.PermisoPara(Clase));

    /// <summary>Whether it may be kept apart: of a convenio there is no need.</summary>
    public bool SeReserva => Clase != DuenoDeAdjunto.Convenio;

    public IReadOnlyList<string> Orden => [.. Formulario.Orden, AgregarAdjuntoHandler.CampoDeRenglon];

    protected abstract DuenoDeAdjunto Clase { get; }

    protected abstract Guid Dueno { get; }

    /// <summary>Opens what the documents belong to, leaving the reading.</summary>
    /// <returns>Null when it does not exist or is out of reach.</returns>
    protected abstract Task<DuenoMostrado?> AbrirAsync(CancellationToken ct);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => MostrarAsync(null, [], ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!PuedeEscribir)
        {
            return Forbid();
        }

        var campos = CamposEnviados.De(Request).Where(c => c.Key.StartsWith("adj_", StringComparison.Ordinal)).ToDictionary();
        var archivo = ArchivoRecibido.De(HttpContext);
        var resultado = await agregar.EjecutarAsync(
            new(Clase, Dueno, campos, archivo.Contenido, archivo.Excedido, archivo.Nombre, Reservado && SeReserva, Renglon), ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            ConArchivoRechazado = archivo.Contenido is { Length: > 0 } || archivo.Excedido;
            return await MostrarAsync(campos, resultado.Fallas, ct);
        }

        this.Avisar<Recursos.TextosDeDocumentos>("Agregado");
        return LocalRedirect(Ruta);
    }

    public async Task<IActionResult> OnPostRetirarAsync([FromForm(Name = "adjunto")] Guid adjunto, CancellationToken ct)
    {
        if (!PuedeEscribir)
        {
            return Forbid();
        }

        var resultado = await retirar.EjecutarAsync(Clase, Dueno, adjunto, ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            return await MostrarAsync(null, resultado.Fallas, ct);
        }

        this.Avisar<Recursos.TextosDeDocumentos>("Retirado.Hecho");
        return LocalRedirect(Ruta);
    }

    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await AbrirAsync(ct) is not { } dueno || await listar.EjecutarAsync(Clase, Dueno, dueno.Vista, ct) is not { } documentos)
        {
            return NotFound();
        }

        (Adjuntos, Renglones, Impedimento) = (documentos.Adjuntos, documentos.Renglones, documentos.Impedimento?.Mensaje);
        Formulario = new()
        {
            Diccionario = diccionario,
            Variables = diccionario.DeEntidad(ListarAdjuntosHandler.Grupo),
            Lectura = Lectura.Entera,
            Contexto = new ContextoDeCondicion(diccionario, Respuestas.Vacias.Unicas),
            ConArchivos = true,
            EsDeEntidad = true,
            Enviados = campos,
            Fallas = fallas,
        };
        foreach (var falla in fallas)
        {
            ModelState.AddModelError(falla.Campo ?? "", falla.Mensaje);
        }

        return fallas.Count == 0 && ModelState.IsValid ? Page() : this.ConFallas();
    }
}
