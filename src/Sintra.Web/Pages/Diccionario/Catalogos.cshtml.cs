using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>The catalogues, and the options of one.</summary>
[RequiereCuenta]
public sealed class CatalogosModel(LeerElementoHandler leer, DiccionarioVigente diccionario, Sesion sesion) : PageModel
{
    [FromQuery(Name = "catalogo")]
    public string? Catalogo { get; set; }

    public IEnumerable<Catalogo> Catalogos => diccionario.Catalogos.Values.OrderBy(c => c.Clave, StringComparer.Ordinal);

    public IReadOnlyList<ElementoLeido> Opciones { get; private set; } = [];

    public bool PuedePublicar => sesion.Puede(Permiso.DiccionarioPublicar);

    /// <summary>Labels of the questions that use it.</summary>
    public IEnumerable<string> Preguntas => diccionario.Variables.Where(v => v.Catalogo == Catalogo && !v.Retirada).Select(v => v.EtiquetaVisible);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Catalogo is null)
        {
            return Page();
        }

        if (!diccionario.Catalogos.ContainsKey(Catalogo))
        {
            return NotFound();
        }

        Opciones = await leer.ListarAsync(ClaseDeElemento.Opcion, Catalogo + "/", ct);
        return Page();
    }
}
