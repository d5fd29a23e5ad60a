using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Personas;

namespace Sintra.Web.Pages.Consulta.Coincidencias;

/// <summary>Two files side by side: masked values, how well they agree, and the verdict. What is shown of an identity is revealed here, for ten minutes and on record.</summary>
[Requiere(Permiso.VinculoRevisar)]
public sealed class CompararModel(
    CompararCoincidenciaHandler comparar,
    DictaminarVinculoHandler dictaminar,
    ConfirmarVinculoHandler confirmar,
    RevocarVinculoHandler revocar,
    RevelarIdentidadHandler revelar,
    DiccionarioVigente diccionario,
    Sesion sesion,
    IStringLocalizer<Recursos.TextosDePersonas> textos) : PageModel
{
    // Why whoever compares two files looks at who they are about.
    private const string MotivoDeComparar = "DUPLICADO";

    private static readonly string[] GruposQueComparan = ["nombre", "documentos"];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Veredicto? Veredicto { get; set; }

    [BindProperty]
    public string? Motivo { get; set; }

    public ComparacionLeida Leida { get; private set; } = null!;

    public IEnumerable<Opcion> Motivos => diccionario.Catalogos["motivo_vinculo"].Elegibles;

    public bool PuedeDecidir => sesion.Puede(Permiso.VinculoConfirmar);

    public bool PuedeMostrar => sesion.Puede(Permiso.IdentidadRevelar) && !Leida.A.Abiertos.ContainsKey("nombre");

    public bool PuedeConfirmar => PuedeDecidir && Leida.Vinculo is { PideOtraPersona: true, ConfirmadoEn: null } vinculo && vinculo.DecididoPor != sesion.Cuenta;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LeerAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!PuedeDecidir)
        {
            return Forbid();
        }

        if (!await LeerAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Veredicto = null;
            ModelState.Clear();
        }

        var resultado = await dictaminar.EjecutarAsync(new(Leida.Sugerencia.A, Leida.Sugerencia.B, Veredicto, Motivo), ct);
        return resultado.AAccion(this, alLograrlo: falta => Volver(falta ? "Hecho.FaltaOtra" : $"Hecho.{Veredicto}"));
    }

    public async Task<IActionResult> OnPostConfirmarAsync(CancellationToken ct)
    {
        if (!PuedeDecidir)
        {
            return Forbid();
        }

        return await LeerAsync(ct) && Leida.Vinculo is { } vinculo
            ? (await confirmar.EjecutarAsync(vinculo.Id, ct)).AAccion(this, alLograrlo: _ => Volver("Hecho.Misma"))
            : NotFound();
    }

    public async Task<IActionResult> OnPostRevocarAsync(CancellationToken ct)
    {
        if (!PuedeDecidir)
        {
            return Forbid();
        }

        return await LeerAsync(ct) && Leida.Vinculo is { } vinculo
            ? (await revocar.EjecutarAsync(new(vinculo.Id, Motivo), ct)).AAccion(this, alLograrlo: _ => Volver("Hecho.Revocado"))
            : NotFound();
    }

    public async Task<IActionResult> OnPostMostrarAsync(CancellationToken ct)
    {
        if (!await LeerAsync(ct))
        {
            return NotFound();
        }

        foreach (var expediente in (ExpedienteId[])[Leida.Sugerencia.A, Leida.Sugerencia.B])
        {
            var resultado = await revelar.EjecutarAsync(new(expediente, GruposQueComparan, MotivoDeComparar, null), ct);
            if (!resultado.EsExito)
            {
                return resultado.AAccion(this, alLograrlo: _ => Page());
            }
        }

        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> LeerAsync(CancellationToken ct)
    {
        if (await comparar.EjecutarAsync(Id, ct) is not { } leida)
        {
            return false;
        }

        Leida = leida;
        return true;
    }

    private RedirectToPageResult Volver(string texto)
    {
        TempData["Aviso"] = textos[texto].Value;
        return RedirectToPage(new { id = Id });
    }
}
