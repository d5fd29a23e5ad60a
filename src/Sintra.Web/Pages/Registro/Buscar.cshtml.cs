using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Registro;

/// <summary>
/// Search before create. A POST, so that no name is in a URL. The sentence about other institutions is always there, the same bytes,
/// whether or not they know the person.
/// </summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class BuscarModel(BuscarAntesDeRegistrarHandler buscar, DiccionarioVigente diccionario) : PageModel
{
    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public string? Curp { get; set; }

    [BindProperty]
    public string? Sexo { get; set; }

    [BindProperty]
    public int? Edad { get; set; }

    [BindProperty]
    public string? Entidad { get; set; }

    [BindProperty]
    public string? Documento { get; set; }

    [BindProperty]
    public string? Nacionalidad { get; set; }

    /// <summary>Year of birth.</summary>
    [BindProperty]
    public int? Nacimiento { get; set; }

    public IReadOnlyList<Coincidencia>? Coincidencias { get; private set; }

    public IEnumerable<Opcion> Sexos => diccionario.Catalogos["sexo"].Elegibles;

    public IEnumerable<Opcion> Entidades => diccionario.Catalogos["estados"].Elegibles;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.ConFallas();
        }

        var resultado = await buscar.EjecutarAsync(new(Nombre, Curp, Sexo, Edad, Entidad, Documento, Nacionalidad, Nacimiento), ct);

        return resultado.AAccion(this, alLograrlo: halladas =>
        {
            Coincidencias = halladas;
            return Page();
        });
    }
}
