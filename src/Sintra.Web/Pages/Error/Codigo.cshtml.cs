using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Error;

/// <summary>
/// What went wrong, in words, for every status without a page of its own. 404 says the same of what never was and of what is out of reach.
/// A failed POST arrives here as a POST, and with a spoiled token when that was the failure: hence no token is asked.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken, TambienMirando]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodigoModel : PageModel
{
    private static readonly int[] ConTextoPropio = [400, 403, 404, 413, 429, 500, 503];

    /// <summary>Out of the route and not bound: a form that cannot be read spoils the binding of everything.</summary>
    public int Codigo => Convert.ToInt32(RouteData.Values["codigo"], CultureInfo.InvariantCulture);

    /// <summary>The code whose words are used: its own, or that of its family.</summary>
    public int Texto => ConTextoPropio.Contains(Codigo) ? Codigo : Codigo < 500 ? 400 : 500;

    /// <summary>Signed in, and the fault is not ours: after one of ours nothing is asked that may fail again.</summary>
    public bool ConSesion => Codigo < 500 && Sesion.Cuenta != default;

    /// <summary>Permissions the page asked for and the account lacks, in words.</summary>
    public IReadOnlyList<string> Faltan { get; private set; } = [];

    /// <summary>What the log knows this request by; nothing in it speaks of a person.</summary>
    public string? Clave => Codigo >= 500 && Codigo != 503 ? HttpContext.TraceIdentifier : null;

    /// <summary>Why a permission that the profile has is not there today; null where the profile itself lacks it.</summary>
    public FaltaDeConvenio? FaltaConvenio { get; private set; }

    /// <summary>It was sent while looking at another profile's screens, where nothing is.</summary>
    public bool Miraba => Codigo == StatusCodes.Status403Forbidden
        && HttpContext.RequestServices.GetRequiredService<SesionActual>().Vigente is { MiraComo: not null };

    private Sesion Sesion => HttpContext.RequestServices.GetRequiredService<Sesion>();

    public void OnGet() => Mostrar();

    public void OnPost() => Mostrar();

    private void Mostrar()
    {
        Response.StatusCode = Codigo;
        ModelState.Clear(); // what was sent belongs to the page that failed
        if (Codigo == StatusCodes.Status403Forbidden && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint is { } pagina)
        {
            Faltan =
            [
                .. pagina.Metadata.OfType<RequiereAttribute>()
                    .Where(r => !r.SeCumple(Sesion))
                    .Select(r => CatalogoDePermisos.EnPalabras(r.Permiso))
                    .Distinct(),
            ];
            FaltaConvenio = pagina.Metadata.OfType<RequiereAttribute>().Any(r => VigenciaDeConvenio.PermisosDeCarga.Contains(r.Permiso))
                ? HttpContext.RequestServices.GetRequiredService<SesionActual>().Vigente?.FaltaConvenio
                : null;
        }
    }
}
