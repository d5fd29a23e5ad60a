using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>Use and quality of one variable, for those who decide whether it stays as it is.</summary>
[Requiere(Permiso.DiccionarioPublicar)]
public sealed class UsoModel(UsoDeVariableHandler contar, Sintra.Cuentas.SesionActual actual, IStringLocalizer<TextosDeDiccionario> textos) : PageModel
{
    // Counts of answers and no statistic of victims, yet few of something rare may still be somebody: the threshold of what is public.
    private const int Minimo = 11;

    public UsoDeVariable Uso { get; private set; } = null!;

    /// <summary>What «could answer it» counts: files, events or rows.</summary>
    public string ClaveDeNota => Uso.Variable switch
    {
        { Unidad: UnidadDeVariable.Fila } => "Uso.De.Fila",
        { Pagina: EscrituraDeHecho.Pagina } => "Uso.De.Hecho",
        _ => "Uso.De.Expediente",
    };

    public async Task<IActionResult> OnGetAsync(string? clave, CancellationToken ct)
    {
        if (actual.Vigente is { MiraComo: not null })
        {
            return NotFound(); // these are real counts, and whoever looks as another sees no data
        }

        var resultado = await contar.EjecutarAsync(clave ?? "", ct);
        return resultado.AAccion(this, alLograrlo: uso =>
        {
            Uso = uso;
            return Page();
        });
    }

    public string Cuenta(int cuantas) => cuantas is > 0 and < Minimo ? textos["Uso.Pocas", Minimo] : cuantas.ToString("N0", CultureInfo.CurrentCulture);

    public string Porcentaje(int cuantas) => Uso.Posibles == 0 || cuantas is > 0 and < Minimo || Uso.Posibles < Minimo
        ? "—"
        : (100.0 * cuantas / Uso.Posibles).ToString("0.0", CultureInfo.CurrentCulture) + " %";
}
