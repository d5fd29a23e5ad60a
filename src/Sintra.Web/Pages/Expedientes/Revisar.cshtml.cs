using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Check answers, then register: every question of the minimum record with its answer and a way to change it.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class RevisarModel(
    ConsultarExpedienteHandler consultar,
    RegistrarExpedienteHandler registrar,
    ResumenDePagina resumen,
    DudasDeExpediente dudas) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Answers that disagree, or that the law wants asked.</summary>
    public IReadOnlyList<Duda> Dudas { get; private set; } = [];

    public ExpedienteLeido Leido { get; private set; } = null!;

    public IReadOnlyList<RenglonDeResumen> Renglones { get; private set; } = [];

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
        Dudas = await dudas.DeAsync(leido, ct);
        return true;
    }
}
