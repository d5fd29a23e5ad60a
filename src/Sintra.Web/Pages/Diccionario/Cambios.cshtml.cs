using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>The prepared changes with what they touch, and the act that puts them in force.</summary>
[Requiere(Permiso.DiccionarioPublicar)]
public sealed class CambiosModel(
    ImpactoDeCambiosHandler impacto,
    DescartarCambioHandler descartar,
    PublicarDiccionarioHandler publicar,
    SembrarCuentasHandler sembrar,
    DiccionarioVigente diccionario,
    IStringLocalizer<TextosDeDiccionario> textos,
    TimeProvider reloj) : PageModel
{
    /// <summary>First day on which the version will hold.</summary>
    [BindProperty]
    public DateOnly? Desde { get; set; }

    public IReadOnlyList<CambioConImpacto> Cambios { get; private set; } = [];

    public int Version => diccionario.Version;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Desde = reloj.Hoy;
        Cambios = (await impacto.EjecutarAsync(ct)).Valor ?? [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Cambios = (await impacto.EjecutarAsync(ct)).Valor ?? [];
        if (Desde is not { } desde)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Desde), textos["Desde.Falta"]);
            return this.ConFallas();
        }

        var resultado = await publicar.EjecutarAsync(new(desde), ct);
        if (resultado.EsExito)
        {
            await sembrar.EjecutarAsync(ct); // a new institution can be given accounts at once
        }

        return resultado.AAccion(this, alLograrlo: version =>
        {
            TempData["Aviso"] = textos["Publicado", version, desde.ToString("d MMM yyyy", CultureInfo.CurrentCulture)].Value;
            return RedirectToPage("Index");
        });
    }

    public async Task<IActionResult> OnPostDescartarAsync(Guid cambio, CancellationToken ct)
    {
        var resultado = await descartar.EjecutarAsync(cambio, ct);
        return resultado.AAccion(this, alLograrlo: _ => RedirectToPage());
    }
}
