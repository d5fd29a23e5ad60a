using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>Where an invitation leads. Opening it spends nothing; sending it does.</summary>
[AllowAnonymous, EnableRateLimiting(LimiteDeAcceso.Politica)]
public sealed class BienvenidaModel(AceptarInvitacionHandler aceptar, CerrarSesionHandler cerrar) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Correo { get; set; }

    [BindProperty]
    public string? Nombre { get; set; }

    /// <summary>Null when the link serves no more.</summary>
    public InvitacionVigente? Invitacion { get; private set; }

    /// <summary>Texts ticked, when the form comes back.</summary>
    public IReadOnlyCollection<Guid> Marcados { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Invitacion = await aceptar.VerAsync(Token, ct);
        Nombre = Invitacion?.Nombre;
        return Invitacion is null ? YaNoSirve() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, [FromForm] string? repetida, [FromForm] List<Guid>? compromisos, CancellationToken ct)
    {
        Invitacion = await aceptar.VerAsync(Token, ct);
        if (Invitacion is null)
        {
            return YaNoSirve();
        }

        Marcados = compromisos ?? [];
        if (password != repetida)
        {
            ModelState.AddModelError("Repetida", this.Texto<Recursos.TextosDeCuentas>("Bienvenida.Distintas"));
            return this.ConFallas();
        }

        var resultado = await aceptar.EjecutarAsync(new(Token, Correo, Nombre, password, Marcados, Request.Headers.UserAgent.ToString()), ct);
        if (resultado.NoExiste)
        {
            Invitacion = null;
            return YaNoSirve();
        }

        if (resultado.EsExito)
        {
            await cerrar.EjecutarAsync(Galleta.Leer(HttpContext), ct); // whatever was open in this browser
        }

        return resultado.AAccion(this, alLograrlo: entrada =>
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
            return LocalRedirect(entrada.Etapa == EtapaDeSesion.PorVerificar ? "/entrar/codigo" : ExigirSegundoFactor.Pagina);
        });
    }

    // Unknown, used, withdrawn, expired: one answer.
    private PageResult YaNoSirve()
    {
        ModelState.Clear();
        return new() { StatusCode = StatusCodes.Status410Gone };
    }
}
