using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Check answers, then register: every question of the minimum record and of each page begun, with its answer and a way to change it, and what is pending.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class RevisarModel(
    ConsultarExpedienteHandler consultar,
    RegistrarExpedienteHandler registrar,
    ResumenDePagina resumen,
    TareasEnPapel enPapel,
    TareasDeExpediente tareas,
    ConsentimientosDeExpediente consentimientos,
    DudasDeExpediente dudas) : PageModel
{
    private IReadOnlyList<Tarea> _tareas = [];

    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Answers that disagree, or that the law wants asked.</summary>
    public IReadOnlyList<Duda> Dudas { get; private set; } = [];

    public ExpedienteLeido Leido { get; private set; } = null!;

    public IReadOnlyList<RenglonDeResumen> Renglones { get; private set; } = [];

    /// <summary>The other pages of which something has been answered.</summary>
    public IReadOnlyList<TareaEnPapel> Escritas { get; private set; } = [];

    /// <summary>Tasks that still need answers; they stop nobody from registering.</summary>
    public IReadOnlyList<Tarea> Pendientes { get; private set; } = [];

    /// <summary>Where a task's answers are changed.</summary>
    public string Direccion(string tarea) =>
        _tareas.FirstOrDefault(t => t.Pagina.Clave == tarea) is { Pagina.Tipo: not "generica", Direccion: { } suya } ? $"/expedientes/{Expediente}/{suya}" : $"/expedientes/{Expediente}/paginas/{tarea}";

    /// <summary>How many answers a page written still needs.</summary>
    public int Faltan(string tarea) => Pendientes.FirstOrDefault(t => t.Pagina.Clave == tarea)?.Pendientes ?? 0;

    /// <summary>Paths in the order of the page, which the error summary follows.</summary>
    public IReadOnlyList<string> Orden => [.. Renglones.Select(r => r.Variable.Clave)];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        return Leido.Expediente.Estado == EstadoDeExpediente.Borrador ? Page() : RedirectToPage("Ver", new { expediente = Expediente });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        var resultado = await registrar.EjecutarAsync(Expediente, ct);

        return resultado.AAccion(this, alLograrlo: _ => RedirectToPage("Registrado", new { expediente = Expediente }));
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "revisar", ct) is not { } leido)
        {
            return false;
        }

        Leido = leido;
        Renglones = resumen.De(AbrirExpedienteHandler.Pagina, leido);
        Escritas = [.. enPapel.De(leido).Where(t => t.Contestada && t.Clave is not (AbrirExpedienteHandler.Pagina or DeterminarCalidadHandler.Grupo))];
        _tareas = tareas.De(leido, consentimientos.PorFin(await consentimientos.TodosAsync(Expediente, ct)));
        Pendientes = [.. _tareas.Where(t => t.Pendientes > 0 && t.Direccion is not null)];
        Dudas = await dudas.DeAsync(leido, ct);
        return true;
    }
}
