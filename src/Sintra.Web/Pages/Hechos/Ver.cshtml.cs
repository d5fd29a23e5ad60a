using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Seguimiento;

namespace Sintra.Web.Pages.Hechos;

/// <summary>An event as it is read: what happened, its persons, who called and to whom it was handed, its documents.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VerModel(
    ConsultarHechoHandler consultar,
    PersonasDelHechoHandler personas,
    ReportesDelHechoHandler reportes,
    GuardarHechoHandler guardar,
    MarcarDocumentosHandler documentos,
    ResumenDePagina resumen,
    Sesion sesion) : PageModel
{
    private const string GrupoDeDocumentos = "documento_operativo";

    [FromRoute]
    public HechoId Hecho { get; set; }

    [BindProperty(Name = "version")]
    public Guid? Version { get; set; }

    /// <summary>Documents of the check-list that are there.</summary>
    [BindProperty(Name = "entregados")]
    public List<string> Entregados { get; set; } = [];

    [BindProperty(Name = "reservados")]
    public List<string> Reservados { get; set; } = [];

    public HechoLeido Leido { get; private set; } = null!;

    /// <summary>What the event says, but for its documents, which are a check-list.</summary>
    public IReadOnlyList<RenglonDeResumen> Renglones { get; private set; } = [];

    public PersonasDelHecho Personas { get; private set; } = null!;

    public ReportesDelHecho Reportes { get; private set; } = null!;

    public IReadOnlyList<DocumentoDeOperativo> Documentos { get; private set; } = [];

    public bool PuedeVerDocumentos => sesion.Puede(Permiso.AdjuntoLeer);

    public bool PuedeEscribir { get; private set; }

    public bool PuedeRegistrar => PuedeEscribir && sesion.Puede(Permiso.ExpedienteRegistrar);

    /// <summary>How many persons were said; null when nobody said.</summary>
    public int? Referidas => (Leido.Visibles.Unicas.GetValueOrDefault("hecho_num_victimas")?.Valor as ValorDeNumero)?.Numero is { } numero ? (int)numero : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CargarAsync(ct) ? Page() : NotFound();

    /// <summary>Saves the check-list of documents.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.HechoRegistrar))
        {
            return Forbid();
        }

        var resultado = await documentos.EjecutarAsync(new(Hecho, Entregados, Reservados, Version), ct);
        if (resultado.EsExito)
        {
            this.Avisar<Recursos.TextosDeHechos>("Documentos.Guardados");
            return RedirectToPage(new { hecho = Hecho });
        }

        if (resultado.NoExiste || !await CargarAsync(ct))
        {
            return NotFound();
        }

        // Shown again as ticked; the next try is made over what stands now.
        ModelState.Remove("version");
        Documentos = [.. Documentos.Select(d => d with { Entregado = Entregados.Contains(d.Documento.Codigo), Reservado = Reservados.Contains(d.Documento.Codigo) })];
        return resultado.AAccion(this, alLograrlo: _ => Page());
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return false;
        }

        Leido = leido;
        Version = leido.Cabeza?.Version;
        Renglones = [.. resumen.De(leido).Where(r => r.Variable.Grupo != GrupoDeDocumentos && (r.Texto is not null || r.Protegida))];
        Personas = await personas.EjecutarAsync(Hecho, ct);
        Reportes = await reportes.EjecutarAsync(Hecho, ct);
        PuedeEscribir = sesion.Puede(Permiso.HechoRegistrar) && await guardar.EscribeAsync(leido.Hecho, ct);
        Documentos = documentos.De(leido.Visibles);
        return true;
    }
}
