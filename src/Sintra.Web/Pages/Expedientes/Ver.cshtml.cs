using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The file: identity bar, what is open now, the task list.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VerModel(
    ConsultarExpedienteHandler consultar,
    TareasDeExpediente tareas,
    ResumenDePagina resumen,
    DiccionarioVigente diccionario,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    public IReadOnlyList<Tarea> Tareas { get; private set; } = [];

    /// <summary>What this account has open now of what is sealed, in words.</summary>
    public IReadOnlyList<RenglonDeResumen> Revelados { get; private set; } = [];

    /// <summary>The person's name while its group is open.</summary>
    public string? NombreAbierto { get; private set; }

    public bool PuedeVerDocumentos => sesion.Puede(Permiso.AdjuntoLeer);

    public bool PuedeEscribir => sesion.Puede(Permiso.ExpedienteEscribir);

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar) && Leido.Expediente.Estado == EstadoDeExpediente.Borrador;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "expediente", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Tareas = tareas.De(leido);
        Revelados = leido.Abiertos.Count == 0 ? [] : [.. diccionario.Paginas
            .SelectMany(p => resumen.De(p.Clave, leido))
            .Where(r => r.Revelada)];
        NombreAbierto = string.Join(' ', Revelados.Where(r => r.Variable.Clave is "nombres" or "primer_apellido" or "segundo_apellido").Select(r => r.Texto)) is { Length: > 0 } nombre ? nombre : null;

        return Page();
    }
}
