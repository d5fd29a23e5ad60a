using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>The door: address and password, or only the proof of who paused this session.</summary>
[AllowAnonymous, EnableRateLimiting(LimiteDeAcceso.Politica)]
public sealed class EntrarModel(IniciarSesionHandler iniciar, ReanudarSesionHandler reanudar, EntrarConLlaveHandler conLlave, CerrarSesionHandler cerrar, LoEscritoSinSesion escrito, SesionActual actual) : PageModel
{
    [FromQuery(Name = Regreso.Parametro)]
    public string? Volver { get; set; }

    [BindProperty, StringLength(Cuenta.LargoDeCorreo)]
    public string? Correo { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Password { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Prueba { get; set; }

    public bool EnPausa { get; private set; }

    /// <summary>Hour of what this browser's last session typed into the page it goes back to, and was kept; null when nothing was.</summary>
    public string? Conservada { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (actual.Vigente is not null)
        {
            return LocalRedirect(Regreso.Local(Url, Volver));
        }

        EnPausa = await reanudar.EstaEnPausaAsync(Galleta.Leer(HttpContext), ct);
        Conservada = await escrito.HoraAsync(HttpContext, Volver, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Correo) || string.IsNullOrEmpty(Password) || !ModelState.IsValid)
        {
            ModelState.Clear();
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Correo) ? nameof(Correo) : nameof(Password), this.Texto<Recursos.TextosDeCuentas>("Entrar.Falta"));
            return this.ConFallas();
        }

        var resultado = await iniciar.EjecutarAsync(new(Correo, Password, Request.Headers.UserAgent.ToString()), ct);
        return await AbrirAsync(resultado, ct);
    }

    /// <summary>With a passkey, from here and from the page that asks for the code: the session opens at once.</summary>
    public async Task<IActionResult> OnPostLlaveAsync([FromForm] string? credencial, CancellationToken ct)
    {
        var resultado = await conLlave.EjecutarAsync(new(credencial, GalletaDeReto.Tomar(HttpContext), Request.Headers.UserAgent.ToString()), ct);
        ModelState.Clear();
        return await AbrirAsync(resultado, ct);
    }

    private async Task<IActionResult> AbrirAsync(Resultado<Entrada> resultado, CancellationToken ct)
    {
        if (resultado.EsExito)
        {
            await cerrar.EjecutarAsync(Galleta.Leer(HttpContext), ct); // whatever was open in this browser
        }

        return resultado.AAccion(this, alLograrlo: entrada =>
        {
            Galleta.Poner(HttpContext, entrada.Secreto.Texto);
            var destino = Regreso.Local(Url, Volver);
            return entrada.Etapa == EtapaDeSesion.PorVerificar
                ? LocalRedirect($"/entrar/codigo{(destino == "/" ? QueryString.Empty : QueryString.Create(Regreso.Parametro, destino))}")
                : LocalRedirect(destino);
        });
    }

    public async Task<IActionResult> OnPostReanudarAsync(CancellationToken ct)
    {
        Conservada = await escrito.HoraAsync(HttpContext, Volver, ct);
        var resultado = await reanudar.EjecutarAsync(new(Galleta.Leer(HttpContext), Prueba ?? ""), ct);
        if (resultado.NoExiste)
        {
            return RedirectToPage(new { volver = Volver });
        }

        EnPausa = true;
        return resultado.AAccion(this, alLograrlo: reanudada =>
        {
            Galleta.Poner(HttpContext, reanudada.Secreto.Texto);
            return LocalRedirect(Regreso.Local(Url, Conservada is not null ? Volver ?? reanudada.Regreso : reanudada.Regreso ?? Volver));
        });
    }
}
