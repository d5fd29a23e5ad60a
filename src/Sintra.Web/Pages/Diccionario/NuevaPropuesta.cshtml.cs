using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>Proposes a change of the dictionary; its words are about the dictionary, and the page says so.</summary>
[Requiere(Permiso.DiccionarioProponer)]
public sealed class NuevaPropuestaModel(ProponerCambioHandler proponer) : PageModel
{
    [BindProperty]
    public ClaseDePropuesta? Clase { get; set; }

    /// <summary>Key of what it is about; a link of the dictionary brings it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Elemento { get; set; }

    [BindProperty]
    public string? Texto { get; set; }

    [BindProperty]
    public string? Razon { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var resultado = await proponer.EjecutarAsync(new(Clase, Elemento, Texto, Razon), ct);
        return resultado.AAccion(this, alLograrlo: numero =>
        {
            this.Avisar<TextosDeDiccionario>("Proponer.Hecho", numero);
            return RedirectToPage("Propuesta", new { numero });
        });
    }
}
