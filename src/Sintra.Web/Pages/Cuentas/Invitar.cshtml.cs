using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Invites a person. The link goes by mail and is never shown here: whoever invites must not be able to enter as the invited.</summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar), RequiereVerificacionReciente]
public sealed class InvitarModel(InvitarCuentaHandler invitar) : PageModel
{
    [BindProperty]
    public string? Correo { get; set; }

    [BindProperty]
    public string? Institucion { get; set; }

    [BindProperty]
    public string? Perfil { get; set; }

    public IReadOnlyList<(string Sigla, string Nombre)> Instituciones { get; private set; } = [];

    public IReadOnlyList<(string Clave, string Nombre)> Perfiles { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => OfrecerAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var resultado = await invitar.EjecutarAsync(new(Correo, Institucion, Perfil), ct);
        await OfrecerAsync(ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeCuentas>("Invitar.Hecho");
            return RedirectToPage("/Cuentas/Lista");
        });
    }

    private async Task OfrecerAsync(CancellationToken ct)
    {
        Instituciones = [.. (await invitar.InstitucionesOfrecidas().Select(i => new { i.Sigla, i.Nombre }).ToListAsync(ct)).Select(i => (i.Sigla, i.Nombre))];
        Perfiles = [.. (await invitar.PerfilesOfrecidosAsync(ct)).Select(p => (p.Clave, p.NombreVisible))];
    }
}
