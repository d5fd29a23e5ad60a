using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>Begins an event before anything is known of a person («supuesto caso»), or an operation whose persons come next.</summary>
[Requiere(Permiso.HechoRegistrar)]
public sealed class NuevoModel(AbrirHechoHandler abrir, FormularioDeExpediente formularios, CapturasEnPagina capturas, Sesion sesion) : PageModel
{
    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    /// <summary>«Guardar y registrar a las personas».</summary>
    [BindProperty(Name = "seguir")]
    public string? Seguir { get; set; }

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>Its draft.</summary>
    public CapturaEnPagina Captura { get; private set; } = null!;

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Captura = await capturas.AlAbrirAsync(RutaDeBorrador.HechoNuevo, ct) with { Presentes = [] }; // each begins an event of their own
        Formulario = formularios.NuevoHecho(null, [], null) with { Tecleados = Captura.Tecleado };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        if (Agregar is not null)
        {
            await VolverAsync(campos, [], ct);
            return Page();
        }

        var resultado = await abrir.EjecutarAsync(new(campos), ct);
        if (resultado.EsExito)
        {
            await capturas.AlGuardarAsync(RutaDeBorrador.HechoNuevo, ct);
        }
        else
        {
            await VolverAsync(campos, resultado.Fallas, ct);
        }

        return resultado.AAccion(this, alLograrlo: hecho => RedirectToPage(Seguir == "personas" && PuedeRegistrar ? "Personas" : "Ver", new { hecho }));
    }

    private async Task VolverAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        Captura = await capturas.AlVolverAsync(RutaDeBorrador.HechoNuevo, version: null, campos, FormularioMostrado.Leer(Request.Form["mostrado"]), terminada: null, ct) with { Presentes = [] };
        Formulario = formularios.NuevoHecho(campos, fallas, Agregar);
    }
}
