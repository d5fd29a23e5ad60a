using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Diccionario;

/// <summary>The versions of the dictionary, and what one of them changed.</summary>
[RequiereCuenta]
public sealed class VersionesModel(CambiosDeVersionHandler cambios, IStringLocalizer<TextosDeDiccionario> textos) : PageModel
{
    public IReadOnlyList<VersionPublicada> Versiones { get; private set; } = [];

    /// <summary>The one asked for; null for the list.</summary>
    public VersionPublicada? Leida { get; private set; }

    public IReadOnlyList<CambioDeVersion> Cambios { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? numero, CancellationToken ct)
    {
        Versiones = await cambios.ListarAsync(ct);
        if (numero is not { } cual)
        {
            return Page();
        }

        Leida = Versiones.SingleOrDefault(v => v.Numero == cual);
        Cambios = Leida is null ? [] : await cambios.EjecutarAsync(cual, ct);
        return Leida is null ? NotFound() : Page();
    }

    /// <summary>A column in words; those that nobody edits on a screen keep their name.</summary>
    public string Columna(string columna) => textos[$"columna.{columna}"] is { ResourceNotFound: false } palabras ? palabras : columna;
}
