using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>Begins an event before anything is known of a person («supuesto caso»), or an operation whose persons come next.</summary>
[Requiere(Permiso.HechoRegistrar)]
public sealed class NuevoModel(AbrirHechoHandler abrir, FormularioDeExpediente formularios, Sesion sesion) : PageModel
{
    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    /// <summary>«Guardar y registrar a las personas».</summary>
    [BindProperty(Name = "seguir")]
    public string? Seguir { get; set; }

    public FormularioDePagina Formulario { get; private set; } = null!;

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar);

    public void OnGet() => Formulario = formularios.NuevoHecho(null, [], null);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        if (Agregar is not null)
        {
            Formulario = formularios.NuevoHecho(campos, [], Agregar);
            return Page();
        }

        var resultado = await abrir.EjecutarAsync(new(campos), ct);
        Formulario = formularios.NuevoHecho(campos, resultado.Fallas, null);
        return resultado.AAccion(this, alLograrlo: hecho => RedirectToPage(Seguir == "personas" && PuedeRegistrar ? "Personas" : "Ver", new { hecho }));
    }
}
