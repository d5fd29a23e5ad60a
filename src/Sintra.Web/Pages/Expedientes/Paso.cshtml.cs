using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>One step of the file's life: what it asks is an entity of the dictionary, or a reason.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class PasoModel(
    ConsultarExpedienteHandler consultar,
    PasosDeExpediente pasos,
    DarPasoHandler dar,
    FormularioDeExpediente formularios,
    CapturasEnPagina capturas,
    DiccionarioVigente diccionario,
    IStringLocalizer<Recursos.TextosDeExpediente> textos) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Code of the state to which it leads.</summary>
    [FromRoute(Name = "paso")]
    public string A { get; set; } = "";

    [BindProperty]
    public string? Motivo { get; set; }

    [BindProperty]
    public string[] Paginas { get; set; } = [];

    public ExpedienteLeido Leido { get; private set; } = null!;

    public Paso Paso { get; private set; } = null!;

    public FormularioDePagina? Formulario { get; private set; }

    /// <summary>Its draft, reason and pages included.</summary>
    public CapturaEnPagina Captura { get; private set; } = null!;

    public IReadOnlyList<string> Orden => [nameof(Paginas), .. Formulario?.Orden ?? [], nameof(Motivo)];

    /// <summary>Pages that can be returned with remarks.</summary>
    public IEnumerable<Pagina> Corregibles => diccionario.Paginas.Where(p => p.Tipo == "generica");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        Captura = await capturas.AlAbrirAsync(RutaDeBorrador.DePaso(Expediente, A), ct);
        Motivo = Captura.Propio(nameof(Motivo));
        Paginas = [.. Captura.Tecleado?.GetValueOrDefault(nameof(Paginas)) ?? []];
        Formulario = Preguntar(null, []) is { } preguntas ? preguntas with { Tecleados = Captura.Tecleado } : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var enviados = CamposEnviados.De(Request);
        var campos = enviados.Where(c => c.Key is not (nameof(Motivo) or nameof(Paginas))).ToDictionary();
        var resultado = await dar.EjecutarAsync(new(Expediente, A, campos, Motivo, Paginas), ct);
        if (!resultado.EsExito)
        {
            if (!await CargarAsync(ct))
            {
                return NotFound();
            }

            Captura = await capturas.DeEntidadAsync(RutaDeBorrador.DePaso(Expediente, A), enviados, resultado.Fallas, Request, ct);
            Formulario = Preguntar(campos, resultado.Fallas);
        }
        else
        {
            await capturas.AlGuardarAsync(RutaDeBorrador.DePaso(Expediente, A), ct);
        }

        return resultado.AAccion(this, alLograrlo: estado =>
        {
            this.Avisar<Recursos.TextosDeExpediente>("Paso.Dado", HttpContext.RequestServices.GetRequiredService<PalabrasDeExpediente>().Estado(estado));
            return RedirectToPage("Ver", new { expediente = Expediente });
        });
    }

    /// <summary>The step as a verb: «Reabrir el expediente».</summary>
    public string Verbo(Paso paso) => Verbo(textos, paso);

    public static string Verbo(IStringLocalizer textos, Paso paso) =>
        textos[$"Paso.{paso.Transicion.De}.{paso.Transicion.A}"] is { ResourceNotFound: false } propio ? propio.Value : textos[$"Paso.{paso.Transicion.A}"].Value;

    private FormularioDePagina? Preguntar(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas) =>
        Paso.Entidad is { } entidad ? formularios.DeEntidad(dar.Preguntas(entidad, Paso), dar.EnEse(Leido, Paso), campos, fallas) : null;

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "estado", ct) is not { } leido || (await pasos.DeAsync(leido, ct)).SingleOrDefault(p => p.Transicion.A == A) is not { } paso)
        {
            return false;
        }

        (Leido, Paso) = (leido, paso);
        return true;
    }
}
