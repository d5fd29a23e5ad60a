using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>The event: what was reported or found, asked by the same generated form.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VerModel(ConsultarHechoHandler consultar, GuardarHechoHandler guardar, FormularioDeExpediente formularios, Sesion sesion) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    [BindProperty(Name = "version")]
    public Guid? Version { get; set; }

    /// <summary>Groups of sealed fields that the form shows; one opened later, in another window, is not cleared by its blanks.</summary>
    [BindProperty(Name = "mostrados")]
    public string? Mostrados { get; set; }

    [BindProperty(Name = "terminada")]
    public string? Terminada { get; set; }

    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    public HechoLeido Leido { get; private set; } = null!;

    public FormularioDePagina Formulario { get; private set; } = null!;

    public bool PuedeEscribir => sesion.Puede(Permiso.HechoRegistrar) && Leido.Hecho.Institucion == sesion.Institucion;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => MostrarAsync(null, [], ct);

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

        var resultado = await guardar.EjecutarAsync(new(Hecho, campos, Version, Terminada == "si", (Mostrados ?? "").Split(' ')), ct);
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

    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        foreach (var falla in fallas)
        {
            ModelState.AddModelError(falla.Campo ?? "", falla.Mensaje);
        }

        ModelState.Remove("version");
        Leido = leido;
        Mostrados = campos is null ? string.Join(' ', leido.Vista.GruposAbiertos) : Mostrados; // what was typed comes back as it was
        Version = leido.Cabeza?.Version;
        Terminada ??= leido.Cabeza?.Terminada is true ? "si" : "no";
        Formulario = formularios.De(leido, campos, fallas, Agregar);

        return fallas.Count == 0 ? Page() : this.ConFallas();
    }
}
