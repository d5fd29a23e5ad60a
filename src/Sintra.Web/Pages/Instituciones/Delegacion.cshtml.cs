using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>Which privileged profiles the administrators of an institution may give within it.</summary>
[Requiere(Permiso.PerfilAdministrar), RequiereVerificacionReciente]
public sealed class DelegacionModel(DelegarPerfilesHandler delegar) : PageModel
{
    [FromRoute]
    public string Sigla { get; set; } = "";

    public IReadOnlyList<PerfilDelegable> Delegables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await delegar.VerAsync(Sigla, ct) is not { } delegables)
        {
            return NotFound();
        }

        Delegables = delegables;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Claves")] List<string>? claves, CancellationToken ct)
    {
        var elegidas = claves ?? [];
        Delegables = [.. (await delegar.VerAsync(Sigla, ct) ?? []).Select(d => d with { Delegado = elegidas.Contains(d.Clave) })];
        return (await delegar.EjecutarAsync(Sigla, elegidas, ct)).AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDePerfiles>("Delegacion.Hecho");
            return RedirectToPage("/Instituciones/Ver", new { Sigla });
        });
    }
}
