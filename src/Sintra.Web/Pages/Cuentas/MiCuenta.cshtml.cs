using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>One's own account: who the system says one is, what opens it and what changed in that, and where one is signed in.</summary>
[RequiereCuenta]
public sealed class MiCuentaModel(SesionActual actual, ListarCuentasHandler listar, ConsultarCredencialesHandler consultar, CerrarSesionHandler cerrar) : PageModel
{
    public SesionVigente Yo => actual.Vigente!;

    public string Correo { get; private set; } = "";

    public IReadOnlyList<SesionEnLista> Sesiones { get; private set; } = [];

    public Credenciales Credenciales { get; private set; } = new(false, 0, [], []);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Correo = await listar.MiCorreoAsync(ct);
        Sesiones = await listar.MisSesionesAsync(ct);
        Credenciales = await consultar.EjecutarAsync(ct);
    }

    public async Task<IActionResult> OnPostCerrarAsync([FromForm] Guid sesion, CancellationToken ct)
    {
        await cerrar.CerrarUnaAsync(Yo, sesion, ct);
        this.Avisar<Recursos.TextosDeCuentas>("Cuenta.Cerrada");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCerrarOtrasAsync(CancellationToken ct)
    {
        await cerrar.CerrarOtrasAsync(Yo, ct);
        this.Avisar<Recursos.TextosDeCuentas>("Cuenta.OtrasCerradas");
        return RedirectToPage();
    }
}
