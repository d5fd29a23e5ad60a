using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Gives an account its second factor, hands out recovery codes, changes the device.</summary>
[RequiereCuenta, SinSegundoFactor, SinCompromisos, RequiereVerificacionReciente]
public sealed class SegundoFactorModel(PrepararSegundoFactorHandler preparar, ActivarSegundoFactorHandler activar, OpcionesDeAcceso acceso, SesionActual actual) : PageModel
{
    public SegundoFactorDeCuenta Factor { get; private set; } = null!;

    public bool EsObligatorio => actual.Vigente is { Privilegiada: true };

    /// <summary>Nothing but a passkey will do for this profile.</summary>
    public bool SoloLlave => EsObligatorio && acceso.LlaveObligatoria;

    public bool TieneLlave => actual.Vigente is { TieneLlave: true };

    /// <summary>The page may be left without an authenticator.</summary>
    public bool PuedeSeguir => actual.Vigente is { FaltaSegundoFactor: false };

    /// <summary>Recovery codes just made: shown in this answer and never again.</summary>
    public IReadOnlyList<string> Codigos { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Factor = await preparar.VerAsync(ct);

    /// <summary>Turns it on, or hands out a fresh set of recovery codes when it is on already.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? codigo, CancellationToken ct)
    {
        var resultado = await activar.EjecutarAsync(codigo ?? "", Agente, ct);
        Factor = await preparar.VerAsync(ct);
        return resultado.AAccion(this, alLograrlo: entregados =>
        {
            Codigos = entregados.Codigos;
            Poner(entregados.Entrada);
            return Page();
        });
    }

    public async Task<IActionResult> OnPostReiniciarAsync([FromForm] string? codigo, CancellationToken ct)
    {
        var resultado = await preparar.ReiniciarAsync(codigo ?? "", Agente, ct);
        Factor = await preparar.VerAsync(ct);
        return resultado.AAccion(this, alLograrlo: entrada =>
        {
            Poner(entrada);
            return RedirectToPage();
        });
    }

    private string Agente => Request.Headers.UserAgent.ToString();

    private void Poner(Entrada? entrada)
    {
        if (entrada is not null)
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
        }
    }
}
