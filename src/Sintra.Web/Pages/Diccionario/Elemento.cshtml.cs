using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>Adds, rewords or retires one element of the dictionary: a draft until it is published.</summary>
[Requiere(Permiso.DiccionarioPublicar)]
public sealed class ElementoModel(
    LeerElementoHandler leer,
    PrepararCambioHandler preparar,
    ImpactoDeCambiosHandler impacto,
    ColumnasEnPantalla columnas,
    DiccionarioVigente diccionario,
    Microsoft.Extensions.Localization.IStringLocalizer<Recursos.TextosDeDiccionario> textos) : PageModel
{
    /// <summary>Key of the element; empty for a new one.</summary>
    [FromQuery(Name = "clave")]
    public string? Clave { get; set; }

    /// <summary>Catalogue to which a new option is added.</summary>
    [FromQuery(Name = "catalogo")]
    public string? DelCatalogo { get; set; }

    public ClaseDeElemento Clase { get; private set; }

    public ElementoLeido? Leido { get; private set; }

    public IReadOnlyList<ColumnaEnPantalla> Columnas { get; private set; } = [];

    /// <summary>What the controls show: what was typed, else what stands.</summary>
    public IReadOnlyDictionary<string, string> Valores { get; private set; } = new Dictionary<string, string>();

    /// <summary>Files that use it; null where that cannot be asked.</summary>
    public int? Usado { get; private set; }

    public bool EsNuevo => string.IsNullOrEmpty(Clave);

    /// <summary>Column in which the key of a new element is typed.</summary>
    public string ColumnaDeClave => Clase == ClaseDeElemento.Opcion ? "codigo" : "clave";

    public async Task<IActionResult> OnGetAsync(string clase, CancellationToken ct)
    {
        if (!await CargarAsync(clase, ct))
        {
            return NotFound();
        }

        Valores = Leido?.Columnas ?? new Dictionary<string, string>();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string clase, CancellationToken ct)
    {
        if (!await CargarAsync(clase, ct))
        {
            return NotFound();
        }

        var escritas = Columnas.Where(c => EsNuevo || !c.SoloAlCrear)
            .ToDictionary(c => c.Nombre, c => c.Control == ControlDeColumna.SiNo ? (Request.Form[c.Nombre] == "1" ? "1" : "0") : Request.Form[c.Nombre].ToString());
        var clave = EsNuevo ? Request.Form[ColumnaDeClave].ToString().Trim() : Clave!;
        if (EsNuevo)
        {
            escritas[ColumnaDeClave] = clave;
            clave = Clase == ClaseDeElemento.Opcion ? $"{DelCatalogo}/{clave}" : clave;
        }

        Valores = new Dictionary<string, string>(Leido?.Columnas ?? new Dictionary<string, string>()).Concat(escritas).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        var retirar = Request.Form["retirado"] == "1";
        var resultado = await preparar.EjecutarAsync(new(Clase, clave, escritas, EsNuevo, retirar), ct);
        return resultado.AAccion(this, alLograrlo: _ =>
        {
            TempData["Aviso"] = textos["Preparado"].Value;
            return RedirectToPage("Cambios");
        });
    }

    private async Task<bool> CargarAsync(string clase, CancellationToken ct)
    {
        if (!Enum.TryParse<ClaseDeElemento>(clase, ignoreCase: true, out var cual) || cual is not (ClaseDeElemento.Variable or ClaseDeElemento.Opcion or ClaseDeElemento.Pagina))
        {
            return false;
        }

        Clase = cual;
        Columnas = columnas.De(cual, DelCatalogo ?? Clave?.Split('/')[0]);
        if (EsNuevo)
        {
            return cual != ClaseDeElemento.Opcion || diccionario.Catalogos.ContainsKey(DelCatalogo ?? "");
        }

        Leido = await leer.EjecutarAsync(cual, Clave!, ct);
        Usado = await impacto.UsadoAsync(cual, Clave!, ct);
        return Leido is not null;
    }
}
