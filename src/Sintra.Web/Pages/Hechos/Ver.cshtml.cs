using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>The event: what was reported or found, asked by the same generated form.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VerModel(
    ConsultarHechoHandler consultar,
    GuardarHechoHandler guardar,
    FormularioDeExpediente formularios,
    ComparadorDePagina comparador,
    DiccionarioVigente diccionario,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    [BindProperty(Name = "version")]
    public Guid? Version { get; set; }

    /// <summary>What the form showed (<see cref="FormularioMostrado"/>); what it did not show is not cleared by its blanks.</summary>
    [BindProperty(Name = "mostrado")]
    public string? Mostrado { get; set; }

    [BindProperty(Name = "terminada")]
    public string? Terminada { get; set; }

    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    public HechoLeido Leido { get; private set; } = null!;

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>What somebody else has just stored and differs from what was typed here.</summary>
    public IReadOnlyList<RenglonDeResumen> Guardado { get; private set; } = [];

    public bool PuedeVerDocumentos => sesion.Puede(Permiso.AdjuntoLeer);

    public bool PuedeEscribir { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        await TomarAsync(leido, ct);
        Version = leido.Cabeza?.Version;
        Terminada = leido.Cabeza?.Terminada is true ? "si" : "no";
        Formulario = formularios.De(leido);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.HechoRegistrar))
        {
            return Forbid();
        }

        var campos = CamposEnviados.De(Request);
        if (Agregar is not null)
        {
            return await MostrarAsync(campos, [], ct);
        }

        var resultado = await guardar.EjecutarAsync(new(Hecho, campos, Version, Terminada == "si", FormularioMostrado.Leer(Mostrado)), ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            return await MostrarAsync(campos, resultado.Fallas, ct);
        }

        this.Avisar<Recursos.Registro>("Hecho.Guardado");

        return RedirectToPage(new { hecho = Hecho });
    }

    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        await TomarAsync(leido, ct);
        var mostrado = FormularioMostrado.Leer(Mostrado);
        ModelState.Remove("version");
        if (fallas.Contains(GuardarPaginaHandler.Ganada))
        {
            var comparada = comparador.Comparar(PaginaLeida.De(diccionario, leido), campos, mostrado);
            (campos, mostrado, Guardado, fallas) = (comparada.Campos, comparada.Mostrado, comparada.Guardado, [.. fallas, .. comparada.Fallas]);
            Version = leido.Cabeza?.Version;
        }

        foreach (var falla in fallas)
        {
            ModelState.AddModelError(falla.Campo ?? "", falla.Mensaje);
        }

        Formulario = formularios.De(leido, campos, mostrado, fallas, Agregar);

        return fallas.Count == 0 ? Page() : this.ConFallas();
    }

    private async Task TomarAsync(HechoLeido leido, CancellationToken ct) =>
        (Leido, PuedeEscribir) = (leido, sesion.Puede(Permiso.HechoRegistrar) && await guardar.EscribeAsync(leido.Hecho, ct));
}
