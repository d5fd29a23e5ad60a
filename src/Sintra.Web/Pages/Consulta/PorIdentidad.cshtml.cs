using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Consulta;

namespace Sintra.Web.Pages.Consulta;

/// <summary>Search by name or other identity: posted, kept sealed, and named in the address of its results by an id that serves its author alone for a while.</summary>
[Requiere(Permiso.ConsultaPorIdentidad)]
public sealed class PorIdentidadModel(BuscarPorIdentidadHandler buscar) : PageModel
{
    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public string? Curp { get; set; }

    [BindProperty]
    public string? Telefono { get; set; }

    [BindProperty]
    public string? Numero { get; set; }

    /// <summary>The account must wait.</summary>
    public bool Agoto { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await buscar.AgotoAsync(ct))
        {
            Agoto = true;
            var espere = Page();
            espere.StatusCode = StatusCodes.Status429TooManyRequests;
            return espere;
        }

        var resultado = await buscar.EjecutarAsync(new(Nombre, Curp, Telefono, Numero), ct);
        return resultado.AAccion(this, id => LocalRedirect($"/consulta?{CamposDeBusqueda.Identidad}={id}"));
    }
}
