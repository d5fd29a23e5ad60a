using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Reveal by group of fields, with a reason, for ten minutes. Where somebody is now asks for a fresh code as well.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class MostrarModel(
    ConsultarExpedienteHandler consultar,
    RevelarIdentidadHandler revelar,
    OcultarIdentidadHandler ocultar,
    ComprobarSegundoFactorHandler segundoFactor,
    DiccionarioVigente diccionario,
    SesionActual actual,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    [BindProperty]
    public string[] Grupos { get; set; } = [];

    [BindProperty]
    public string? Motivo { get; set; }

    [BindProperty]
    public string? Nota { get; set; }

    /// <summary>One-time code for the groups of high risk.</summary>
    [BindProperty]
    public string? Codigo { get; set; }

    /// <summary>Or a passkey's answer.</summary>
    [BindProperty]
    public string? Credencial { get; set; }

    public string? Folio { get; private set; }

    /// <summary>Only the groups that this profile may open.</summary>
    public IReadOnlyList<GrupoDeIdentidad> Ofrecidos => [.. diccionario.GruposDeIdentidad.Where(g => sesion.Puede(g.Permiso))];

    public IEnumerable<Opcion> Motivos => diccionario.Catalogos["motivo_consulta"].Elegibles;

    public bool PideCodigo => Ofrecidos.Any(g => g.Permiso == Permiso.AltoRiesgoRevelar);

    public bool OfreceLlave => PideCodigo && actual.Vigente is { TieneLlave: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "mostrar", ct) is not { } leido)
        {
            return NotFound();
        }

        Folio = leido.Expediente.Folio;

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "mostrar", ct) is not { } leido)
        {
            return NotFound();
        }

        Folio = leido.Expediente.Folio;
        var prueba = new PruebaDeFactor(Codigo, Credencial, GalletaDeReto.Tomar(HttpContext));
        var verificada = prueba.EsLlave || !string.IsNullOrWhiteSpace(Codigo) ? await segundoFactor.EjecutarAsync(prueba, ct) : null;
        if (verificada is not null)
        {
            Galleta.Poner(HttpContext, verificada.Texto);
        }

        var resultado = await revelar.EjecutarAsync(new(Expediente, Grupos, Motivo, Nota, verificada is not null), ct);
        Codigo = Credencial = null;
        ModelState.Remove(nameof(Codigo));
        ModelState.Remove(nameof(Credencial));

        return resultado.AAccion(this, alLograrlo: _ => RedirectToPage("Ver", new { expediente = Expediente }));
    }

    public async Task<IActionResult> OnPostOcultarAsync(CancellationToken ct)
    {
        var resultado = await ocultar.EjecutarAsync(Expediente, ct);

        return resultado.AAccion(this, alLograrlo: _ => RedirectToPage("Ver", new { expediente = Expediente }));
    }
}
