using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Intercambio;

namespace Sintra.Web.Pages.Cuentas;

/// <summary>
/// Many people invited at once: template, workbook, preview, invitations. What was previewed travels in the page and is checked again when it is sent;
/// nothing is kept of a workbook that nobody confirmed.
/// </summary>
[Requiere(Permiso.CuentaAdministrarNacional, Permiso.CuentaAdministrar), RequiereVerificacionReciente]
[RequestSizeLimit(LibroDeCuentas.MaximoDeBytes * 2)]
public sealed class CargarModel(InvitarCuentasHandler invitar) : PageModel
{
    /// <summary>Null while no workbook has been read.</summary>
    public IReadOnlyList<RenglonRevisado>? Renglones { get; private set; }

    public bool YaSeEnvio { get; private set; }

    public int Buenos => Renglones?.Count(r => r.SePuede) ?? 0;

    /// <summary>The rows as the page carries them to the next step.</summary>
    public string Llevados => JsonSerializer.Serialize(Renglones!.Where(r => r.SePuede).Select(r => r.Renglon));

    public void OnGet()
    {
        // The form is all there is.
    }

    public async Task<IActionResult> OnGetPlantillaAsync(CancellationToken ct)
    {
        var (instituciones, perfiles) = await invitar.OfrecidosAsync(ct);
        var libro = new MemoryStream();
        await LibroDeCuentas.EscribirPlantillaAsync(libro, instituciones, perfiles, ct);
        libro.Position = 0;
        return File(libro, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cuentas-sintra.xlsx");
    }

    public async Task<IActionResult> OnPostRevisarAsync([FromForm(Name = "Libro")] IFormFile? libro, CancellationToken ct)
    {
        if (libro is not { Length: > 0 and <= LibroDeCuentas.MaximoDeBytes })
        {
            ModelState.Clear();
            ModelState.AddModelError("Libro", this.Texto<Recursos.TextosDeAdministracion>(libro is null or { Length: 0 } ? "Cargar.SinLibro" : "Cargar.Grande"));
            return this.ConFallas();
        }

        await using var contenido = libro.OpenReadStream();
        var leido = LibroDeCuentas.Leer(contenido);
        if (leido.Valor is { } renglones)
        {
            Renglones = await invitar.RevisarAsync(renglones, ct);
        }

        return leido.AAccion(this, alLograrlo: _ => Page());
    }

    public async Task<IActionResult> OnPostInvitarAsync([FromForm(Name = "Llevados")] string? llevados, CancellationToken ct)
    {
        if (Leer(llevados) is not { Count: > 0 and <= LibroDeCuentas.MaximoDeRenglones } renglones)
        {
            return RedirectToPage();
        }

        Renglones = await invitar.EjecutarAsync(renglones, ct);
        YaSeEnvio = true;
        return Page();
    }

    private static List<RenglonDeCuenta>? Leer(string? llevados)
    {
        try
        {
            return JsonSerializer.Deserialize<List<RenglonDeCuenta>>(llevados ?? "[]")?
                .Where(r => r is { Correo: not null, Nombre: not null, Institucion: not null, Perfil: not null }).ToList();
        }
        catch (JsonException)
        {
            return null; // no page of ours sent it
        }
    }
}
